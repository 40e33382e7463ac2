shortcuts-title = اختصارات لوحة المفاتيح
shortcuts-reading = الاختصارات
shortcuts-everywhere = في كل مكان
shortcuts-note = المفاتيح المكونة من حرف أو علامة واحدة لا تعمل أثناء الكتابة.
shortcuts-screen-draft = مسودة
shortcuts-screen-post = كتابة منشور
shortcuts-screen-together = كتابة معًا

# What must have the focus

shortcuts-at-upload = على عملية رفع
shortcuts-at-service = على خدمة
shortcuts-at-entry = على عنصر
shortcuts-at-link = على مقبض رابط
shortcuts-at-picture = على صورة
shortcuts-at-draft = في ما يُكتب
shortcuts-at-day = على يوم
shortcuts-at-item = على شيء في التقويم
shortcuts-at-cover = على شريط الغلاف
shortcuts-at-cell = على خلية في الجدول

# Everywhere

shortcuts-palette = البحث، أو فعل شيء
shortcuts-help = عرض الاختصارات
shortcuts-add-videos = إضافة مقاطع فيديو
shortcuts-undo = التراجع عما تعرض الرسالة الأخيرة التراجع عنه
shortcuts-go-home = الذهاب إلى الرئيسية
shortcuts-go-posts = الذهاب إلى المنشورات
shortcuts-go-library = الذهاب إلى المكتبة
shortcuts-go-services = الذهاب إلى الخدمات
shortcuts-go-profile = الذهاب إلى الملف الشخصي والروابط
shortcuts-go-connections = الذهاب إلى الاتصالات
shortcuts-go-sync = الذهاب إلى الحساب والمزامنة
shortcuts-go-calendar = الذهاب إلى التقويم
shortcuts-go-activity = الانتقال إلى النشاط
shortcuts-go-settings = الذهاب إلى الإعدادات

# Calendar, posts, services, profile

shortcuts-new-post = منشور جديد
shortcuts-calendar-today = الذهاب إلى اليوم
shortcuts-calendar-new = مسودة جديدة في هذا اليوم
shortcuts-calendar-month = عرض الشهر
shortcuts-calendar-week = عرض الأسبوع
shortcuts-calendar-list = عرض القائمة
shortcuts-calendar-before = الشهر أو الأسبوع السابق
shortcuts-calendar-after = الشهر أو الأسبوع التالي
shortcuts-day-go = الذهاب إلى اليوم المجاور أو الأعلى أو الأسفل
shortcuts-day-open = فتح ما فيه
shortcuts-item-before = تقديمه يومًا
shortcuts-item-after = تأخيره يومًا
shortcuts-item-week-before = تقديمه أسبوعًا
shortcuts-item-week-after = تأخيره أسبوعًا
shortcuts-new-service = خدمة جديدة
shortcuts-new-link = إضافة رابط

# Uploads

shortcuts-go-above-below = الذهاب إلى ما فوقه أو تحته
shortcuts-upload-act = تنفيذ ما يقوله زرها
shortcuts-upload-pause = إيقاف مؤقت أو استئناف
shortcuts-upload-retry = إعادة المحاولة الآن
shortcuts-upload-cancel = إلغاء، أو إزالة من القائمة
shortcuts-upload-up = تقديمها في الطابور
shortcuts-upload-down = تأخيرها في الطابور
shortcuts-select = تحديد، أو إزالة من التحديد
shortcuts-select-more = تحديد المزيد
shortcuts-select-all = تحديد الكل
shortcuts-select-none = عدم تحديد شيء

# Library

shortcuts-library-search = البحث في المكتبة
shortcuts-library-look = شبكة أو جدول
shortcuts-go-beside = الذهاب إلى المجاور
shortcuts-entry-open = فتح تفاصيله؛ والمسودة تُفتح
shortcuts-entry-preview = معاينة
shortcuts-entry-again = استخدامه من جديد كمسودة جديدة
shortcuts-entry-copy = نسخ رابطه
shortcuts-entry-remove = إزالة من المكتبة

# What is written

shortcuts-undo-edit = التراجع عما كُتب أو اختير
shortcuts-redo-edit = إعادته
shortcuts-versions = رؤية ما كان يقوله من قبل
shortcuts-close-editor = إغلاق مع الحفظ
shortcuts-cover-move = اختيار اللحظة
shortcuts-snippet = إدراج مقتطف
shortcuts-preview-platform = المعاينة على المنصة الأخرى
shortcuts-preview-shape = معاينة طولية أو عرضية
shortcuts-preview-safe = إظهار ما تغطيه المنصة
shortcuts-move = تحريكه
shortcuts-close-service = إغلاق الخدمة المفتوحة
shortcuts-service-open = فتحها أو إغلاقها
shortcuts-move-up = تحريكها إلى أعلى
shortcuts-move-down = تحريكها إلى أسفل
shortcuts-delete = حذفها
shortcuts-link-delete = إزالته من صفحتك

# Activity, settings, drafts side by side

shortcuts-activity-search = البحث في النشاط
shortcuts-activity-open = عرض ما يتعلق به
shortcuts-settings-search = البحث في الإعدادات
shortcuts-cell-go = الانتقال إلى الخلية المجاورة أو التي فوقها أو تحتها
shortcuts-cell-edit = الكتابة فيها؛ والضغط على Enter مرة أخرى ينتقل إلى التي تحتها
shortcuts-cell-leave = تركها كما كانت
shortcuts-cell-fill = تعبئة إلى الأسفل
shortcuts-cell-copy = نسخ
shortcuts-cell-paste = لصق؛ وعدة أسطر تملأ الخلايا التي تحتها
shortcuts-cell-clear = إفراغها
