notifications-title = الإشعارات
notifications-text = ما يخبرك به هذا الحاسوب وأنت تنظر إلى شيء آخر. ما دامت هذه النافذة في المقدمة فلا يقول شيئًا.
notifications-unread = تعذرت قراءة هذه الإعدادات
notifications-reading = تُقرأ إعدادات الإشعارات
notifications-words = تنبيهات رسائل سطح المكتب جرس إخبار
notifications-on = مفعّل
notifications-off = معطّل
notifications-finished = نُشر
notifications-finished-text = مقطع فيديو صار موجودًا على منصته.
notifications-needs-you = يحتاج إليك
notifications-needs-you-text = شيء توقف ولن يُستأنف إلا بعد أن تفعل شيئًا بشأنه.
notifications-due-soon = موعده قريب
notifications-due-soon-text = شيء يذهب إلى TikTok خلال عشر دقائق، ويجب أن يكون هذا الحاسوب مشغّلًا لذلك.
notifications-quiet = ساعات الهدوء
notifications-quiet-text = جزء من اليوم، في منطقتك الزمنية، لا يُخبَر فيه بشيء. ما يحدث حينها تجده في الرئيسية.
notifications-quiet-words = ليل نوم عدم الإزعاج صامت
notifications-quiet-from = من
notifications-quiet-to = إلى
notifications-sound = الصوت
notifications-sound-text = تأتي الإشعارات مع صوت نظامك.
notifications-sound-words = ضجيج عالٍ صامت كتم

# Metered networks, and starting with the computer

notifications-metered = الانتظار على الشبكات المحدودة
notifications-metered-text = حيث تدفع مقابل ما يُرسل، تتوقف عمليات الرفع وتُستأنف وحدها على شبكة أخرى.
notifications-metered-words = بيانات الجوال نقطة اتصال هاتف تجوال محدودة كلفة
notifications-start = البدء مع الحاسوب
notifications-start-text = يُفتح Maker Studio عندما تسجّل الدخول إلى الحاسوب، فتُستأنف عمليات الرفع ويخرج ما ينتظر موعده.
notifications-start-words = بدء تلقائي تسجيل الدخول إقلاع تشغيل

# What they say

notifications-published = نُشر على { $platforms }
notifications-published-many =
    { $count ->
        [zero] لم يُنشر أي مقطع فيديو
        [one] نُشر مقطع فيديو واحد
        [two] نُشر مقطعا فيديو
        [few] نُشرت { $count } مقاطع فيديو
        [many] نُشر { $count } مقطع فيديو
       *[other] نُشر { $count } مقطع فيديو
    }
notifications-where = على { $platforms }.
notifications-stopped = الرفع إلى { $platforms } يحتاج إليك.
notifications-stopped-many =
    { $count ->
        [zero] لا مقطع فيديو يحتاج إليك
        [one] مقطع فيديو واحد يحتاج إليك
        [two] مقطعا فيديو يحتاجان إليك
        [few] { $count } مقاطع فيديو تحتاج إليك
        [many] { $count } مقطع فيديو تحتاج إليك
       *[other] { $count } مقطع فيديو تحتاج إليك
    }
notifications-stopped-many-text = تجد في الرئيسية ما حدث وما يجب فعله.
notifications-due = يذهب إلى { $platforms } { $when }. يجب أن يكون هذا الحاسوب مشغّلًا حينها.
notifications-due-many =
    { $count ->
        [zero] لا مقطع فيديو موعده قريب
        [one] مقطع فيديو واحد موعده قريب
        [two] مقطعا فيديو موعدهما قريب
        [few] { $count } مقاطع فيديو موعدها قريب
        [many] { $count } مقطع فيديو موعدها قريب
       *[other] { $count } مقطع فيديو موعدها قريب
    }
notifications-due-many-text = الأول { $when }. يجب أن يكون هذا الحاسوب مشغّلًا حينها.
