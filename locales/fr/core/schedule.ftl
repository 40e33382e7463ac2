schedule-no-zone = Ce fuseau horaire n’est pas connu ici. Choisissez-en un, par exemple Europe/Paris.
schedule-no-date = Ceci n’est pas une date et une heure. Écrivez-les comme 2027-03-28 et 18:00.
schedule-skipped = Les horloges avancent ce jour-là et sautent { $time }. L’envoi part à { $shown } ({ $utc } UTC).
schedule-twice = Les horloges reculent ce jour-là et montrent deux fois { $time }. C’est la première qui compte ({ $utc } UTC).
schedule-passed = Le { $day } { $month } { $year } à { $time } est passé. Choisissez un moment plus tardif, ou publiez maintenant.
schedule-hidden = À l’heure dite, YouTube rend une vidéo publique, et celle-ci doit rester cachée. Choisissez Publique, ou confiez-la à YouTube dès maintenant.
schedule-month =
    { $month ->
        [m1] janvier
        [m2] février
        [m3] mars
        [m4] avril
        [m5] mai
        [m6] juin
        [m7] juillet
        [m8] août
        [m9] septembre
        [m10] octobre
        [m11] novembre
       *[m12] décembre
    }
