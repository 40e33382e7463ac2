# Where a delivery stands

words-state-preparing = جارٍ التحضير
words-state-uploading = جارٍ الرفع
words-state-scheduled = وصل إلى { $platform } وهو خاص. يصبح عامًّا
words-state-inbox = بانتظارك في { $platform }
words-state-address = نُشر. بانتظار أن يعطي { $platform } عنوانه
words-state-sent = أُرسل. بانتظار { $platform }
words-state-published = منشور
words-state-posted = نُشر. لا يعطي { $platform } عنوانًا للمنشورات الخاصة؛ هذا يفتح ملفك الشخصي
words-state-needs-you = يحتاج إليك
words-state-failed = لم يُنشر
words-state-paused = متوقف مؤقتًا
words-state-cancelled = ملغى
words-state-unconfirmed = نتحقق لدى { $platform } من وصوله. لن يُرسل شيء مرتين.
words-wait-schedule = يُرسل
words-wait-turn = ينتظر دوره
words-wait-network = ينتظر الشبكة
words-wait-metered = ينتظر شبكة غير محدودة البيانات
words-wait-platform = ينتظر { $platform }
words-wait-platform-until = { $platform } مشغول. يُستأنف تلقائيًّا
words-wait-quota = استُنفد حد اليوم في { $platform }. يُستأنف تلقائيًّا
words-wait-account = لا يقبل { $platform } المزيد من هذا الحساب اليوم. يُستأنف تلقائيًّا
words-kept = حُفظ { $size }
words-step-done = تمّ
words-step-until = يُستأنف تلقائيًّا
words-step-on-its-way = في الطريق
words-step-after-video = عندما يصبح الفيديو متاحًا
words-step-needs-you = يحتاج إليك
words-steps-need-you =
    { $count ->
        [zero] لا خطوات تحتاج إليك
        [one] خطوة واحدة تحتاج إليك
        [two] خطوتان تحتاجان إليك
        [few] { $count } خطوات تحتاج إليك
        [many] { $count } خطوة تحتاج إليك
       *[other] { $count } خطوة تحتاج إليك
    }

# What a listener hears of deliveries

words-news-steps =
    { $title }: { $count ->
        [zero] لا خطوات تحتاج إليك
        [one] خطوة واحدة تحتاج إليك
        [two] خطوتان تحتاجان إليك
        [few] { $count } خطوات تحتاج إليك
        [many] { $count } خطوة تحتاج إليك
       *[other] { $count } خطوة تحتاج إليك
    }.
words-news-many =
    { $count ->
        [zero] لا عمليات رفع
        [one] عملية رفع واحدة
        [two] عمليتا رفع
        [few] { $count } عمليات رفع
        [many] { $count } عملية رفع
       *[other] { $count } عملية رفع
    }: { $state }.
words-news-published = نُشر { $title } على { $platform }.
words-news-stopped = { $title } على { $platform }: { $what }
words-news-one-of = اكتمل الرفع { $done } من { $all }: { $title } إلى { $platform }.
words-news-finished = اكتمل الرفع: { $title } إلى { $platform }.
words-news-state = { $title } على { $platform }: { $state }.

# How much and how long

words-size-bytes =
    { $amount ->
        [zero] { $amount } بايت
        [one] { $amount } بايت
        [two] { $amount } بايت
        [few] { $amount } بايت
        [many] { $amount } بايت
       *[other] { $amount } بايت
    }
words-size-kb = { $amount } ك.ب
words-size-mb = { $amount } م.ب
words-size-gb = { $amount } غ.ب
words-size-tb = { $amount } ت.ب
words-size-of-bytes = { $part } من { $whole } بايت
words-size-of-kb = { $part } من { $whole } ك.ب
words-size-of-mb = { $part } من { $whole } م.ب
words-size-of-gb = { $part } من { $whole } غ.ب
words-size-of-tb = { $part } من { $whole } ت.ب
words-speed = { $size }/ث
words-late-days =
    متأخر { $count ->
        [zero] { $count } يوم
        [one] يومًا واحدًا
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }: لم يكن هذا الحاسوب يعمل.
words-late-hours =
    متأخر { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }: لم يكن هذا الحاسوب يعمل.
words-late-minutes =
    متأخر { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }: لم يكن هذا الحاسوب يعمل.
words-left-seconds = بضع ثوانٍ
words-left-under-a-minute = أقل من دقيقة
words-left-minutes = نحو { $minutes } د
words-left-hours = نحو { $hours } س
words-left-hours-minutes = نحو { $hours } س و{ $minutes } د
words-left-days = أكثر من يوم

# Counted things

words-uploads =
    { $count ->
        [zero] لا عمليات رفع
        [one] عملية رفع واحدة
        [two] عمليتا رفع
        [few] { $count } عمليات رفع
        [many] { $count } عملية رفع
       *[other] { $count } عملية رفع
    }
words-edits =
    { $count ->
        [zero] لا تعديلات
        [one] تعديل واحد
        [two] تعديلان
        [few] { $count } تعديلات
        [many] { $count } تعديلًا
       *[other] { $count } تعديل
    }
words-pictures =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
words-videos =
    { $count ->
        [zero] لا مقاطع فيديو
        [one] مقطع فيديو واحد
        [two] مقطعا فيديو
        [few] { $count } مقاطع فيديو
        [many] { $count } مقطع فيديو
       *[other] { $count } مقطع فيديو
    }

# Moments

words-moment-yesterday = أمس { $time }
words-moment-tomorrow = غدًا { $time }
words-moment-day = { $day } { $time }
words-at-time = الساعة { $time }
words-at-yesterday = أمس الساعة { $time }
words-at-tomorrow = غدًا الساعة { $time }
words-at-day = يوم { $day } الساعة { $time }
words-zone = بتوقيت { $place }
words-time-in-zone = { $time } { $zone }
words-just-now = الآن
words-utc = { $time } بالتوقيت العالمي، { $away }
words-when-week = آخر 7 أيام
words-when-month = آخر 30 يومًا
words-when-year = آخر 365 يومًا
words-when-range = من … إلى …

# Prices

words-price-none = اكتب سعرًا مثل { $example }. يعني 0 أنه مجاني.
words-price-negative = السعر صفر أو أكثر. اكتبه مثل { $example }.
words-price-not-one = هذا ليس سعرًا. اكتب سعرًا مثل { $example }.
words-price-no-hundredths = ليس لعملة { $currency } أجزاء من مئة. اكتب السعر مثل { $example }.
words-price-two-decimals = للسعر منزلتان عشريتان على الأكثر. اكتبه مثل { $example }.

# What the page is about

words-kind-driver = التوصيل والنقل
words-kind-agent = المبيعات والتمثيل
words-kind-artisan = الحِرف والعمل الإبداعي

# Of the platforms

words-video-short = قصير
words-video-long = طويل
words-video-demo = عرض توضيحي
words-privacy-everyone = الجميع
words-privacy-friends = الأصدقاء (متابعون تتابعهم أيضًا)
words-privacy-followers = المتابعون
words-privacy-me = أنا فقط
words-privacy-public = الجميع (عام)
words-privacy-unlisted = كل من لديه الرابط (غير مدرج)
words-privacy-private = أنا فقط (خاص)
words-category-film = أفلام ورسوم متحركة
words-category-autos = سيارات ومركبات
words-category-music = موسيقى
words-category-animals = حيوانات أليفة وحيوانات
words-category-sports = رياضة
words-category-travel = سفر وفعاليات
words-category-gaming = ألعاب
words-category-people = أشخاص ومدونات
words-category-comedy = كوميديا
words-category-entertainment = ترفيه
words-category-news = أخبار وسياسة
words-category-howto = إرشادات وأناقة
words-category-education = تعليم
words-category-science = علوم وتكنولوجيا
words-category-nonprofits = منظمات غير ربحية ونشاط اجتماعي

# Sync

words-sync-off = سجّل الدخول للنسخ الاحتياطي
words-sync-sign-in-again = سجّل الدخول من جديد
words-sync-upgrade = يلزم التحديث
words-sync-pictures-refused =
    { $count ->
        [zero] لا صور مرفوضة
        [one] صورة واحدة لم تُقبل
        [two] صورتان لم تُقبلا
        [few] { $count } صور لم تُقبل
        [many] { $count } صورة لم تُقبل
       *[other] { $count } صورة لم تُقبل
    }
words-sync-refused = غير منسوخ احتياطيًّا
words-sync-offline-since = غير متصل منذ
words-sync-offline = غير متصل
words-sync-edits =
    { $count ->
        [zero] لا تعديلات تنتظر
        [one] تعديل واحد لم يُنسخ بعد
        [two] تعديلان لم يُنسخا بعد
        [few] { $count } تعديلات لم تُنسخ بعد
        [many] { $count } تعديلًا لم يُنسخ بعد
       *[other] { $count } تعديل لم يُنسخ بعد
    }
words-sync-pictures =
    { $count ->
        [zero] لا صور للإرسال
        [one] صورة واحدة للإرسال
        [two] صورتان للإرسال
        [few] { $count } صور للإرسال
        [many] { $count } صورة للإرسال
       *[other] { $count } صورة للإرسال
    }
words-sync-comparing = جارٍ المقارنة
words-sync-up-to-date = نُسخ احتياطيًّا
words-sync-news-conflict = عُدِّل شيء على جهازين. حُفظت النسختان.
words-sync-news-refused = رُفض تعديل. وهو محفوظ على هذا الحاسوب.

# Limits of uploads

words-cap-off = بلا حد
words-cap-no-number = اكتب عددًا من الميغابايت في الثانية، مثل 2 أو 0.5.
words-cap-too-slow = أبطأ حد هو 0.017 م.ب/ث. لإيقاف عمليات الرفع أوقفها مؤقتًا.
words-hours-whole-day = طوال اليوم.
words-hours-over-midnight = بعد منتصف الليل، إلى اليوم التالي.
