# What the window's own system says: dialogs for files, and what goes wrong with them

shell-no-browser = تعذّر فتح متصفح. انسخ الرابط وافتحه بنفسك.
shell-no-clipboard = لا تقبله الحافظة ({ $error }). أعد المحاولة.
shell-no-file-manager = تعذّر فتح مدير ملفات. المجلد هو { $folder }.
shell-nothing-chosen = لم يعد هناك ملف مختار. اختره من جديد.
shell-not-registered = لم يقبله نظامك. ثبّت Maker Studio من حزمته بدلًا من ذلك.
shell-no-tiktok = لم يُحدَّد TikTok لهذه المسودة.
shell-no-autostart = لا يخبرنا نظامك بالبرامج التي تبدأ معه. انظر في إعداداته.
shell-autostart-refused = لم يقبل نظامك ذلك. اختر ما يبدأ معه من إعداداته.
shell-no-notices = لا يعرض نظامك الإشعارات. انظر في إعداداته.
shell-one-portrait =
    { $count ->
        [zero] لا توجد ملفات. أفلت الملف الذي فيه صورتك.
        [one] هذا ملف واحد. أفلت الملف الذي فيه صورتك.
        [two] هذان ملفان. أفلت الملف الذي فيه صورتك.
        [few] هذه { $count } ملفات. أفلت الملف الذي فيه صورتك.
        [many] هذه { $count } ملفًا. أفلت الملف الذي فيه صورتك.
       *[other] هذه { $count } ملف. أفلت الملف الذي فيه صورتك.
    }

# Dialogs

shell-add-videos = إضافة مقاطع فيديو
shell-where-is-video = أين الفيديو؟
shell-add-pictures = إضافة صور
shell-choose-thumbnail = اختيار صورة مصغرة
shell-choose-captions = اختيار ترجمة نصية
shell-choose-portrait = اختر صورتك
shell-export-to = التصدير إلى هذا المجلد
shell-choose-export = اختيار مجلد تصدير
shell-back-up-to = النسخ الاحتياطي إلى هذا الملف
shell-choose-backup = اختيار نسخة احتياطية
shell-choose-table = اختيار ملف CSV أو JSON
shell-keep-receipt = حفظ الإيصال
shell-keep-activity = حفظ النشاط
shell-videos = مقاطع الفيديو
shell-pictures = الصور
shell-captions = الترجمات النصية
shell-backups = النسخ الاحتياطية
shell-tables = الجداول
shell-all-files = كل الملفات

# The menu of a Mac, in the words of its other programs

shell-menu-about = حول Maker Studio
shell-menu-settings = الإعدادات…
shell-menu-services = الخدمات
shell-menu-hide = إخفاء Maker Studio
shell-menu-hide-others = إخفاء الآخرين
shell-menu-show-all = إظهار الكل
shell-menu-quit = إنهاء Maker Studio
shell-menu-file = ملف
shell-menu-add-videos = إضافة مقاطع فيديو…
shell-menu-close = إغلاق النافذة
shell-menu-edit = تحرير
shell-menu-undo = تراجع
shell-menu-redo = إعادة
shell-menu-cut = قص
shell-menu-copy = نسخ
shell-menu-paste = لصق
shell-menu-select-all = تحديد الكل
shell-menu-palette = البحث أو التنفيذ…
shell-menu-window = نافذة
shell-menu-minimize = تصغير
shell-menu-zoom = تكبير/تصغير
shell-menu-full-screen = تبديل ملء الشاشة
shell-menu-help = مساعدة
shell-menu-shortcuts = اختصارات لوحة المفاتيح
