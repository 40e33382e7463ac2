onboarding-part = Partie { $place } sur { $count }

# What this is

onboarding-hello = Publiez vos vidéos depuis votre propre disque
onboarding-promise = Vos vidéos restent sur cet ordinateur. Nous ne gardons que le lien que donne la plateforme.
onboarding-start = Commencer sans compte
onboarding-start-text = Brouillons, envois et calendrier fonctionnent tout de suite, ici, sur cet ordinateur.
onboarding-sign-in = Se connecter
onboarding-sign-in-text = Garde vos appareils à jour et met votre page en ligne. Vous pourrez le faire plus tard.
onboarding-sample = Essayer avec un exemple
onboarding-skip = Passer
onboarding-sample-text = L’exemple est une courte vidéo dans un brouillon, signalée comme telle. Un clic la retire.

# Who somebody is

onboarding-you = Qui êtes-vous ?
onboarding-you-text = Trois questions pour votre page. Laissez de côté ce que vous voulez : tout peut être changé plus tard.
onboarding-name = Votre nom, ou celui de votre atelier
onboarding-name-hint = Celui sous lequel on vous connaît
onboarding-trade = Que faites-vous ?
onboarding-driver = Chauffeur
onboarding-agent = Agent commercial
onboarding-artisan = Artisan
onboarding-back = Retour
onboarding-next = Continuer
onboarding-leave-out = Passer

# Where somebody publishes

onboarding-platforms = Où publiez-vous ?
onboarding-platforms-text = Vous vous connectez sur la page de la plateforme elle-même, dans votre navigateur, et pouvez retirer cet accès à tout moment. Voici exactement ce qui sera demandé, et à quoi sert chaque droit. Tout, sauf publier, fonctionne sans cela.
onboarding-platforms-reading = Les plateformes sont en cours de lecture
onboarding-done = Terminé
onboarding-later = Plus tard

# What everybody does first

onboarding-steps = Premiers pas
onboarding-steps-done = { $done } sur { $all }
onboarding-steps-dismiss = Retirer cette liste
onboarding-step-done =  : fait
onboarding-step-profile = Donnez un nom à votre page
onboarding-step-profile-text = Celui sous lequel on vous connaît
onboarding-step-service = Ajoutez un service
onboarding-step-service-text = Ce que vous proposez, et à quel prix
onboarding-step-connection = Connectez une plateforme
onboarding-step-connection-text = YouTube ou TikTok pourra alors publier pour vous
onboarding-step-publication = Publiez quelque chose
onboarding-step-publication-text = Ajoutez une vidéo, ou déposez-la sur cette fenêtre

# The sample

onboarding-sample-note = Ceci est l’exemple
onboarding-sample-note-text = Essayez tout : les textes, les onglets des plateformes, la couverture. Il ne peut pas être publié.
