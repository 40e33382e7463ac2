connect-over = انتهى تسجيل الدخول هذا. ابدأه من جديد.
connect-stays = { $why } يبقى { $platform } مرتبطًا حتى ذلك الحين.
connect-done = رُبط { $platform } باسم { $account }.
connect-other = رُبط { $platform } باسم { $account }. كان من قبل { $before }: تذهب عمليات الرفع الآن إلى الحساب الجديد.
connect-less = { $told } ما استبعدته يبقى معطَّلًا: { $rights }.
connect-platform-said = لم يقبل { $platform } تسجيل الدخول: { $words } ابدأه من جديد.
connect-revoked = فُصل { $platform } وسُحب إذن الوصول.
connect-not-revoked = فُصل { $platform } هنا، لكن تعذّر سحب إذن الوصول هناك: { $why }
connect-stopped =
    { $told } { $count ->
        [zero] لم تتوقف أي عملية رفع.
        [one] توقفت عملية رفع واحدة وتُستأنف عندما تعيد الربط.
        [two] توقفت عمليتا رفع وتُستأنفان عندما تعيد الربط.
        [few] توقفت { $count } عمليات رفع وتُستأنف عندما تعيد الربط.
        [many] توقفت { $count } عملية رفع وتُستأنف عندما تعيد الربط.
       *[other] توقفت { $count } عملية رفع وتُستأنف عندما تعيد الربط.
    }
