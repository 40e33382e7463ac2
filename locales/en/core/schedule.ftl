schedule-no-zone = This time zone is not known here. Choose one, such as Europe/Paris.
schedule-no-date = This is no date and time. Write them as 2027-03-28 and 18:00.
schedule-skipped = The clocks go forward that day and skip { $time }. It goes at { $shown } instead ({ $utc } UTC).
schedule-twice = The clocks go back that day and show { $time } twice. The first one is meant ({ $utc } UTC).
schedule-passed = { $day } { $month } { $year } at { $time } has passed. Choose a later time, or publish now.
schedule-hidden = At its time YouTube makes a video public, and this one is to stay hidden. Choose Public, or let YouTube have it now.
schedule-month =
    { $month ->
        [m1] January
        [m2] February
        [m3] March
        [m4] April
        [m5] May
        [m6] June
        [m7] July
        [m8] August
        [m9] September
        [m10] October
        [m11] November
       *[m12] December
    }
