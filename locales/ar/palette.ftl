palette-title = البحث أو التنفيذ
palette-hint = ابحث أو نفّذ…
palette-input = ابحث عن شيء، أو عن شيء تفعله
palette-found = ما عُثر عليه
palette-nothing-found = لم يُعثر على شيء.
palette-results =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }. { $first }
palette-shown-of = { $count } من { $total }
palette-nothing = لا شيء باسم «{ $query }».
palette-nothing-unread = تعذرت قراءة بعض قوائمك: قد يكون فيها.
palette-nothing-reading = لا تزال قوائمك تُقرأ: قد يكون فيها.
palette-nothing-why = يُبحث في أسماء الشاشات والأفعال والمسودات والمنشورات وعمليات الرفع ومقاطع الفيديو والخدمات والروابط، لا في نصوصها.
palette-foot-move = <up/><down/> تنقل
palette-foot-choose = <enter/> اختيار
palette-foot-close = <esc/> إغلاق

# Sections

palette-section-recent = الأخيرة
palette-section-actions = الأفعال
palette-section-go = الذهاب إلى
palette-section-drafts = المسودات
palette-section-posts = المنشورات
palette-section-uploads = عمليات الرفع
palette-section-published = المنشورة
palette-section-services = الخدمات
palette-section-links = الروابط

# What can be done, and other words by which it is looked for

palette-undo = تراجع
palette-add-videos = إضافة مقاطع فيديو…
palette-add-videos-words = رفع استيراد ملف فيلم مسودة
palette-new-post-words = كتابة نص صورة
palette-new-service-words = عرض سعر
palette-new-link = إضافة رابط
palette-new-link-words = جديد عنوان موقع
palette-pause-all = إيقاف كل عمليات الرفع مؤقتًا
palette-pause-all-words = وقف
palette-resume-all = استئناف كل عمليات الرفع
palette-resume-all-words = متابعة بدء
palette-sign-in = تسجيل الدخول إلى حسابك…
palette-sign-in-words = مزامنة نسخ احتياطي دخول
palette-sync = مزامنة الآن
palette-sync-words = نسخ احتياطي تحديث
palette-open-page = فتح صفحتك في المتصفح
palette-open-page-words = عام موقع
palette-copy-page = نسخ رابط صفحتك
palette-copy-page-words = عنوان مشاركة
palette-connect = ربط { $platform }…
palette-connect-again = تسجيل الدخول من جديد إلى { $platform }…
palette-connect-words = ربط حساب دخول
palette-theme-light = استخدام الألوان الفاتحة
palette-theme-light-words = سمة مظهر نهار
palette-theme-dark = استخدام الألوان الداكنة
palette-theme-dark-words = سمة مظهر ليل
palette-theme-system = استخدام ألوان النظام
palette-theme-system-words = سمة مظهر تلقائي
palette-copy-report = نسخ تقرير التشخيص
palette-copy-report-words = دعم فحص مشكلة
palette-shortcuts = عرض اختصارات لوحة المفاتيح
palette-shortcuts-words = مفاتيح مساعدة

# Where one can go

palette-home-words = طابور رفع مسودات
palette-posts-words = نصوص
palette-library-words = فيديو منشور مشاهدات بحث
palette-calendar-words = جدولة خطة شهر أسبوع تواريخ أوقات
palette-services-words = عروض أسعار
palette-profile-words = اسم نبذة بلد صفحة
palette-connections-words = youtube tiktok حسابات منصات إلغاء ربط
palette-deleted-words = سلة مهملات استعادة إرجاع
palette-sync-place-words = أجهزة تعارض خروج انتظار نسخ احتياطي
palette-settings-place-words = تفضيلات خيارات
palette-activity-words = سجل تدقيق تاريخ استخدام تصدير
palette-snippets = المقتطفات…
palette-snippets-words = نص وسوم قالب
palette-presets = الإعدادات المسبقة…
palette-presets-words = إعدادات قالب خصوصية جمهور فئة
palette-settings-week-start = الإعدادات: أول أيام الأسبوع
palette-settings-week-start-words = الاثنين الأحد تقويم
palette-settings-data = الإعدادات: البيانات
palette-settings-data-words = نسخ احتياطي استعادة تصدير استيراد حذف مجلد قرص
palette-settings-appearance = الإعدادات: المظهر
palette-settings-appearance-words = سمة داكن فاتح ألوان
palette-settings-language = الإعدادات: اللغة
palette-settings-language-words = لغة الإنجليزية الفرنسية العربية english français
palette-settings-time-zone = الإعدادات: المنطقة الزمنية
palette-settings-time-zone-words = ساعات مدينة
palette-settings-slots = الإعدادات: متى تحب النشر
palette-settings-slots-words = مواعيد أوقات أسبوع تقويم
palette-settings-uploads = الإعدادات: عمليات الرفع
palette-settings-uploads-words = سرعة حد ساعات ملفات استيقاظ
palette-settings-diagnostics = الإعدادات: التشخيص
palette-settings-diagnostics-words = فحص مخزن شبكة تقرير

# Things by name

palette-post-change = تعديل قيد الكتابة
palette-post-draft = مسودة
palette-post-published = منشور
palette-video-hint = { $platform } · { $type }
