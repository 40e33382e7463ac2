settings-unread = تعذرت قراءة إعداداتك
settings-reading = تُقرأ إعداداتك
settings-default = الافتراضي: { $usual }.
settings-cancel = إلغاء
settings-reset = إعادة الضبط
settings-reset-of = إعادة الضبط: { $title }

# Looking for a setting, and other words by which it is looked for

settings-search = ابحث في الإعدادات
settings-found =
    { $count ->
        [0] لم يُعثر على أي إعداد.
        [zero] لم يُعثر على أي إعداد.
        [one] عُثر على إعداد واحد.
        [two] عُثر على إعدادين.
        [few] عُثر على { $count } إعدادات.
        [many] عُثر على { $count } إعدادًا.
       *[other] عُثر على { $count } إعداد.
    }
settings-nothing = لا إعداد مطابق
settings-nothing-text = لا شيء هنا فيه «{ $text }».
settings-all = عرض كل الإعدادات
settings-colours-words = سمة مظهر وضع ليل نهار
settings-language-words = لغة الإنجليزية الفرنسية العربية english français
settings-zone-words = ساعات وقت مدينة منطقة صيفي
settings-week-words = الاثنين الأحد السبت
settings-slots-words = مواعيد جدولة ساعات أوقات طابور
settings-files-words = متوازية معًا في وقت واحد عدد
settings-limit-words = عرض النطاق تقييد سقف ميغابايت بطيء سريع شبكة
settings-hours-words = جدولة عرض النطاق ليل نهار حد سقف
settings-awake-words = نوم سكون طاقة بطارية غطاء
settings-data-where-words = مجلد حجم قرص قاعدة بيانات
settings-backup-words = استعادة نسخة أمان
settings-export-words = json csv ملفات مغادرة
settings-import-words = json csv ملفات نقل
settings-delete-words = مسح إزالة إعادة ضبط تسجيل الخروج
settings-doctor-words = فحص مشكلة دعم مساعدة شبكة مخزن كلمات المرور ساعة ترميز قاعدة بيانات رابط تقرير سجل

# Appearance

settings-appearance = المظهر
settings-colours = الألوان
settings-colours-text = فاتحة أو داكنة. تتبع نظامك حتى تختار.
settings-colours-usual = كما في نظامك
settings-colours-system = النظام
settings-colours-light = فاتحة
settings-colours-dark = داكنة
settings-language = اللغة
settings-language-text = لغة النافذة، وطريقة كتابتها للأرقام والتواريخ.
settings-language-system = لغة النظام ({ $language })
settings-language-usual = كما في نظامك

# Time and calendar

settings-calendar = الوقت والتقويم
settings-zone = المنطقة الزمنية
settings-zone-text = تُعرض كل الأوقات في النافذة بتوقيت هذه المنطقة.
settings-zone-usual = منطقة هذا الحاسوب
settings-zone-system = منطقة هذا الحاسوب ({ $zone })
settings-week = أول أيام الأسبوع
settings-week-text = يبدأ التقويم أسابيعه به.
settings-week-usual = كالمعتاد هنا
settings-week-system = كالمعتاد هنا
settings-slots = متى تحب النشر
settings-slots-text = يعرض التقويم أقرب هذه الأوقات التي لا يُنشر فيها شيء بعد.
settings-slots-usual = لا شيء
settings-slot-day = يوم الوقت { $place }
settings-slot-time = الوقت { $place }
settings-slot-remove = إزالة الوقت { $place }
settings-slot-add = إضافة وقت

# Uploads

settings-uploads = عمليات الرفع
settings-uploads-text = يسري التغيير خلال ثانيتين، وعلى ما هو في الطريق أيضًا.
settings-uploads-unread = تعذرت قراءة هذه الإعدادات
settings-uploads-reading = تُقرأ إعدادات الرفع
settings-files = عدد الملفات معًا
settings-files-text = تأخذ كل قناة ملفًا واحدًا في كل مرة، أيًّا كان هذا العدد.
settings-limit = حد السرعة
settings-limit-text = لكل عمليات الرفع معًا. بلا حد تكون السرعة بقدر ما يسمح به الخط.
settings-limit-usual = بلا حد
settings-limit-on = تحديد سرعة كل عمليات الرفع
settings-limit-field = حد السرعة بالميغابايت في الثانية
settings-limit-unit = م.ب/ث
settings-limit-by-hours = يسري في هذه الساعة { $limit }، كما تقول ساعات اليوم عندك.
settings-limit-more = ساعات اليوم والمزيد، في الإعدادات
settings-hours = ساعات اليوم
settings-hours-text = ساعات لها حد خاص بها، بتوقيت منطقتك الزمنية. وحيث تتداخل يسري أدنى حد.
settings-hours-usual = لا شيء
settings-hours-from = من
settings-hours-from-of = من، الفترة { $place }
settings-hours-to = إلى
settings-hours-to-of = إلى، الفترة { $place }
settings-hours-cap = بحد أقصى
settings-hours-cap-of = بحد أقصى، بالميغابايت في الثانية، الفترة { $place }
settings-hours-remove = إزالة الفترة { $place }
settings-hours-add = إضافة ساعات
settings-hours-most = أقصى عدد لفترات اليوم هو { $limit }.
settings-awake = إبقاء الحاسوب مستيقظًا
settings-awake-text = ما دامت البيانات في الطريق فلن ينتقل إلى السكون من تلقاء نفسه. ويبقى إغلاق الغطاء ينقله إلى السكون.
settings-awake-usual = مفعّل
settings-awake-switch = إبقاء الحاسوب مستيقظًا أثناء الرفع

# Data

settings-data = البيانات
settings-data-text = هي لك، على هذا الحاسوب، في ملفات يمكنك أخذها معك.
settings-data-unread = تعذرت قراءة مجلد بياناتك
settings-data-reading = يُقرأ مجلد بياناتك
settings-data-where = على هذا الحاسوب
settings-data-sizes = { $database }، و{ $pictures } من الصور
settings-data-kept =
    { $count ->
        [zero] لم يُحفظ شيء مما قبل الاستعادة: { $name } ({ $size })
        [one] محفوظ مما قبل الاستعادة: { $name } ({ $size })
        [two] محفوظ مما قبل عمليتي استعادة: أحدثه { $name } ({ $size })
        [few] محفوظ مما قبل { $count } عمليات استعادة: أحدثه { $name } ({ $size })
        [many] محفوظ مما قبل { $count } عملية استعادة: أحدثه { $name } ({ $size })
       *[other] محفوظ مما قبل { $count } عملية استعادة: أحدثه { $name } ({ $size })
    }
settings-data-open = فتح المجلد
settings-backup = النسخ الاحتياطي
settings-backup-text = ملف واحد فيه كل شيء مع صور منشوراتك، حتى أثناء الرفع. احفظه على قرص آخر.
settings-backup-make = نسخ احتياطي…
settings-backup-restore = استعادة…
settings-export = التصدير
settings-export-text = مجلد من ملفات مفتوحة يستطيع أي برنامج قراءتها، للمغادرة أو لتثبيت آخر. ليس فيه بيانات تسجيل الدخول ولا مقاطع الفيديو.
settings-export-make = تصدير…
settings-import = الاستيراد
settings-import-text = يأخذ تصديرًا بأكمله أو لا يأخذ منه شيئًا.
settings-import-not-empty = يُؤخذ التصدير حيث لم يُصنع شيء بعد، وهنا أشياء بالفعل. أما الخدمات والمسودات من جدول فتُستورد من شاشاتها.
settings-delete = حذف بيانات هذا الجهاز
settings-delete-text = يسجّل خروجك ويلغي ربط المنصات ويحذف كل ما هنا. لا يمكن التراجع عن هذا.
settings-delete-begin = حذف…
settings-delete-ask = حذف كل شيء على هذا الحاسوب؟
settings-delete-ask-text = تُحذف نهائيًّا مسودات هذا الحاسوب وخدماته ومنشوراته وسجله وإعداداته، وكذلك قواعد البيانات المحفوظة مما قبل الاستعادة. يبقى ما نُشر في مكانه، وتبقى مقاطع الفيديو على هذا القرص، ويحتفظ حسابك بما فيه.
settings-delete-ask-uploads =
    تُحذف نهائيًّا مسودات هذا الحاسوب وخدماته ومنشوراته وسجله وإعداداته، وكذلك قواعد البيانات المحفوظة مما قبل الاستعادة. { $count ->
        [zero] لن تتوقف أي عملية رفع
        [one] ستتوقف عملية رفع واحدة في الطريق
        [two] ستتوقف عمليتا رفع في الطريق
        [few] ستتوقف { $count } عمليات رفع في الطريق
        [many] ستتوقف { $count } عملية رفع في الطريق
       *[other] ستتوقف { $count } عملية رفع في الطريق
    }. يبقى ما نُشر في مكانه، وتبقى مقاطع الفيديو على هذا القرص، ويحتفظ حسابك بما فيه.
settings-delete-yes = حذف كل شيء
settings-restore-ask = استعادة النسخة الاحتياطية التي أُنشئت { $when }؟
settings-restore-ask-copy = استعادة هذه النسخة؟
settings-restore-text = يُحفظ ما هنا الآن بجانبها ويُذكر لك اسمه. ويبقى ما أُرسل معروفًا فلا يُنشر شيء مرتين.
settings-restore-text-account = يُحفظ ما هنا الآن بجانبها ويُذكر لك اسمه. ويبقى ما أُرسل معروفًا فلا يُنشر شيء مرتين. ويعود ما في حسابك عند الاتصال التالي.
settings-restore-yes = استعادة
settings-restore-waits = تحل نسخة احتياطية محل ما هنا عند بدء التشغيل التالي
settings-restore-waits-text = يُحفظ ما هنا الآن بجانبها. وما تكتبه حتى ذلك الحين يكون في ذلك الملف وحده.
settings-restore-waits-named = سيكون ما هنا الآن في { $file }. وما تكتبه حتى ذلك الحين يكون في ذلك الملف وحده.
settings-restart = إعادة التشغيل الآن

# Diagnostics

settings-doctor = التشخيص
settings-doctor-text = ما يوفره هذا الحاسوب، وكيف تصلح ما ينقص.
settings-doctor-reading = يُفحص هذا الحاسوب
settings-doctor-checking = جارٍ التحقق…
settings-doctor-all-well = كل شيء على ما يرام.
settings-doctor-some-ill = هناك ما يحتاج إلى إصلاح.
settings-doctor-line-well = : على ما يرام.
settings-doctor-line-ill = : يحتاج إلى إصلاح.
settings-doctor-connections = عرض الاتصالات
settings-doctor-folder = فتح مجلد البيانات
settings-doctor-links = تسجيل
settings-doctor-remedy = { $act }: { $name }
settings-report-copy = نسخ التقرير
settings-report-copied = نُسخ التقرير. لا يحتوي على أي سر.
