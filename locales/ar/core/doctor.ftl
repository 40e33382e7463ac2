doctor-data-folder = مجلد البيانات
doctor-can-be-written = يمكن الكتابة فيه
doctor-check-disk = تحقق من المساحة الحرة على القرص ومن أذوناتك.
doctor-database = قاعدة البيانات
doctor-sound = سليمة
doctor-restore = أغلق Maker Studio واستعد مجلد البيانات من نسخة احتياطية.
doctor-activity-log = سجل النشاط
doctor-unbroken = سليم
doctor-another-program = انظر هل يكتب برنامج آخر في مجلد البيانات.
doctor-password-store = مخزن كلمات المرور
doctor-ready = جاهز
doctor-locked = مقفل
doctor-not-running = لا يعمل
doctor-set-up = { $platform }: الإعداد
doctor-no-client-id = لا معرّف عميل
doctor-own-key = تسجيل الدخول بمفتاحك الخاص
doctor-by-backend = تسجيل الدخول عبر الخادم
doctor-connection = { $platform }: الارتباط
doctor-not-connected = غير مرتبط
doctor-connected = مرتبط باسم { $account }
doctor-no-access = مرتبط باسم { $account }، لكن تعذّر الحصول على إذن الوصول
doctor-connect-again = تحقق من الشبكة؛ فإن كانت سليمة فأعد الربط.
doctor-network = الشبكة: { $platform }
doctor-reached = يمكن الوصول إليه
doctor-not-reached = لا يمكن الوصول إليه
doctor-look-at-pages = انظر هل تُفتح صفحات أخرى في متصفحك. قد لا يسمح جدار حماية أو وكيل إلا ببعضها.
doctor-clock = الساعة
doctor-clock-right = مضبوطة
doctor-minutes-fast =
    { $count ->
        [zero] غير متقدمة
        [one] متقدمة دقيقة واحدة
        [two] متقدمة دقيقتين
        [few] متقدمة { $count } دقائق
        [many] متقدمة { $count } دقيقة
       *[other] متقدمة { $count } دقيقة
    }
doctor-minutes-slow =
    { $count ->
        [zero] غير متأخرة
        [one] متأخرة دقيقة واحدة
        [two] متأخرة دقيقتين
        [few] متأخرة { $count } دقائق
        [many] متأخرة { $count } دقيقة
       *[other] متأخرة { $count } دقيقة
    }
doctor-hours-fast =
    { $count ->
        [zero] غير متقدمة
        [one] متقدمة ساعة واحدة
        [two] متقدمة ساعتين
        [few] متقدمة { $count } ساعات
        [many] متقدمة { $count } ساعة
       *[other] متقدمة { $count } ساعة
    }
doctor-hours-slow =
    { $count ->
        [zero] غير متأخرة
        [one] متأخرة ساعة واحدة
        [two] متأخرة ساعتين
        [few] متأخرة { $count } ساعات
        [many] متأخرة { $count } ساعة
       *[other] متأخرة { $count } ساعة
    }
doctor-set-clock = دع نظامك يضبط ساعته تلقائيًّا: وإلا فشل تسجيل الدخول وخرجت عمليات الرفع في غير وقتها.
doctor-preview = معاينة الفيديو
doctor-plays = تشغّل MP4 مع H.264
doctor-cannot-play = لا يستطيع هذا النظام تشغيل MP4 مع H.264
doctor-install-gstreamer = ثبّت gstreamer1.0-libav وgstreamer1.0-plugins-good، ثم شغّل Maker Studio من جديد. لا تحتاج إليهما عمليات الرفع.
doctor-install-media = ثبّت ميزات الوسائط في نظامك، ثم شغّل Maker Studio من جديد. لا تحتاج إليها عمليات الرفع.
doctor-links = الروابط
doctor-links-well = تعود عمليات تسجيل الدخول إلى هذا البرنامج
doctor-not-registered = غير مسجّل
doctor-register = تنتهي عمليات تسجيل الدخول عبر الخادم برابط لا يفتحه أي برنامج. سجّل Maker Studio لفتحه.

# The report, for whoever helps

doctor-report = Maker Studio { $version } على { $system } { $processor }
doctor-report-line = { $name }: { $found }
