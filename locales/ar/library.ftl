library-unread = تعذرت قراءة مكتبتك
library-reading = تُقرأ مكتبتك
library-found =
    { $count ->
        [0] لم يُعثر على شيء.
        [zero] لم يُعثر على شيء.
        [one] نتيجة واحدة.
        [two] نتيجتان.
        [few] { $count } نتائج.
        [many] { $count } نتيجة.
       *[other] { $count } نتيجة.
    }
library-empty = كل ما تنشره تجده هنا
library-empty-text = مقاطع الفيديو بعناوينها على YouTube وTikTok، ومنشورات صفحتك، والمسودات. تبقى الملفات على هذا الحاسوب.
library-empty-example = مثلًا: كيف أزيّت كرسيًّا من خشب البلوط، على YouTube وTikTok، { $views }
library-nothing = لا شيء مطابق
library-nothing-words = لا عنوان ولا نص ولا وسم ولا اسم ملف فيه كلمات تبدأ بـ«{ $text }».
library-nothing-words-filters = لا عنوان ولا نص ولا وسم ولا اسم ملف فيه كلمات تبدأ بـ«{ $text }» مع هذه المرشِّحات.
library-nothing-filters = لا شيء في مكتبتك يطابق هذه المرشِّحات.
library-show-everything = عرض كل شيء

# The list

library-head-title = العنوان
library-head-where = أين هو
library-head-numbers = المشاهدات والإعجابات
library-head-date = التاريخ
library-head-more = المزيد
library-more-for = المزيد عن { $name }
library-kind-video = فيديو
library-kind-post = منشور
library-kind-draft = مسودة
library-what-at = { $what } · <time/>
library-what-edited = { $what } · عُدِّلت <time/>
library-counts-as-of = <counts>{ $counts }</counts> كما كان <time/>
library-as-of = كما كان <time/>
library-your-page = صفحتك
library-untitled = بلا عنوان
library-untitled-draft = مسودة بلا عنوان
library-untitled-post = منشور بالصور فقط
library-views =
    { $count ->
        [zero] لا مشاهدات
        [one] مشاهدة واحدة
        [two] مشاهدتان
        [few] { $count } مشاهدات
        [many] { $count } مشاهدة
       *[other] { $count } مشاهدة
    }
library-likes =
    { $count ->
        [zero] لا إعجابات
        [one] إعجاب واحد
        [two] إعجابان
        [few] { $count } إعجابات
        [many] { $count } إعجابًا
       *[other] { $count } إعجاب
    }
library-open-on = فتح على { $platform }
library-place-state = { $platform }: { $state }
library-place-of = { $place }: { $name }

# What can be done

library-act-open-draft = فتح المسودة
library-act-details = التفاصيل
library-act-preview = معاينة
library-act-copy = نسخ الروابط
library-act-again = استخدام من جديد
library-act-select = تحديد
library-act-unselect = إزالة من التحديد
library-act-take-out = إزالة من المكتبة
library-act-delete-draft = حذف المسودة
library-act-delete-post = حذف المنشور
library-act-delete = حذف
library-act-edit = تعديل
library-act-some = { $act } ({ $count })
library-selected = العناصر المحددة
library-videos-stay = تبقى مقاطع الفيديو على منصاتها.
library-links-copied =
    { $count ->
        [zero] لم يُنسخ أي رابط.
        [one] نُسخ الرابط.
        [two] نُسخ رابطان.
        [few] نُسخت { $count } روابط.
        [many] نُسخ { $count } رابطًا.
       *[other] نُسخ { $count } رابط.
    }
library-again-most = اختر { $limit } على الأكثر للاستخدام من جديد: يصبح كل منها مسودة جديدة.
library-again-made =
    { $count ->
        [zero] لم تُنشأ مسودات
        [one] أُنشئت مسودة واحدة
        [two] أُنشئت مسودتان
        [few] أُنشئت { $count } مسودات
        [many] أُنشئت { $count } مسودة
       *[other] أُنشئت { $count } مسودة
    }.
library-again-made-look =
    { $count ->
        [zero] لم تُنشأ مسودات
        [one] أُنشئت مسودة واحدة
        [two] أُنشئت مسودتان
        [few] أُنشئت { $count } مسودات
        [many] أُنشئت { $count } مسودة
       *[other] أُنشئت { $count } مسودة
    }. { $warned ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $warned } مسودات
        [many] { $warned } مسودة
       *[other] { $warned } مسودة
    } للنظر فيها قبل النشر.
library-removed-draft = حُذفت المسودة «{ $name }». يبقى الملف في مكانه.
library-removed-post = حُذف المنشور «{ $name }». ولم يعد على صفحتك أيضًا.
library-removed-video = لم يعد «{ $name }» في مكتبتك ولا على صفحتك. يبقى الفيديو على { $platforms }.
library-removed =
    { $count ->
        [zero] لم يُزل أي عنصر
        [one] أُزيل عنصر واحد
        [two] أُزيل عنصران
        [few] أُزيلت { $count } عناصر
        [many] أُزيل { $count } عنصرًا
       *[other] أُزيل { $count } عنصر
    } من مكتبتك وصفحتك.
library-removed-stay =
    { $count ->
        [zero] لم يُزل أي عنصر
        [one] أُزيل عنصر واحد
        [two] أُزيل عنصران
        [few] أُزيلت { $count } عناصر
        [many] أُزيل { $count } عنصرًا
       *[other] أُزيل { $count } عنصر
    } من مكتبتك وصفحتك. تبقى مقاطع الفيديو على { $platforms }: احذفها هناك إن أردت زوالها.
library-removed-stay-somewhere =
    { $count ->
        [zero] لم يُزل أي عنصر
        [one] أُزيل عنصر واحد
        [two] أُزيل عنصران
        [few] أُزيلت { $count } عناصر
        [many] أُزيل { $count } عنصرًا
       *[other] أُزيل { $count } عنصر
    } من مكتبتك وصفحتك. تبقى مقاطع الفيديو على المنصات: احذفها هناك إن أردت زوالها.

# Looking for something

library-the-library = المكتبة
library-search-hint = ابحث في العناوين والنصوص والوسوم
library-search = البحث في المكتبة
library-filter-all = الكل
library-filter-videos = الفيديو
library-filter-posts = المنشورات
library-filter-drafts = المسودات
library-filter-kind = النوع
library-filter-platform = المنصة
library-filter-type = الطول
library-filter-state = الحالة
library-filter-date = التاريخ
library-filter-order = الترتيب
library-filter-clear = مسح
library-shown-as = طريقة العرض
library-look-grid = شبكة
library-look-table = جدول
library-look-keys = { $look } ({ $keys })
library-state-published = منشور
library-state-on-its-way = في الطريق
library-state-needs-you = يحتاج إليك
library-state-draft = مسودة
library-order-newest = الأحدث أولًا
library-order-oldest = الأقدم أولًا
library-order-title = العنوان
library-order-viewed = الأكثر مشاهدة

# One entry

library-preview = معاينة
library-preview-reading = المعاينة
library-details = التفاصيل
library-details-reading = ما يُعرف عنه
library-entry-unread = تعذرت قراءة هذا
library-entry-reading = تجري قراءته
library-platform-counts = { $platform }: <counts>{ $counts }</counts>، كما كان <time/>
library-no-decoder = ليس في هذا الحاسوب مفكك ترميز لهذا الفيديو؛ وهو كما كان.
library-text = النص
library-no-description = لا وصف.
library-file = الملف
library-deliveries = عمليات التسليم
library-story-begun = بدأ <begun/>
library-story-sent = بدأ <begun/>، أُرسل <sent/>
library-story-published = بدأ <begun/>، نُشر <published/>
library-story-sent-published = بدأ <begun/>، أُرسل <sent/>، نُشر <published/>
library-receipt = الإيصال
library-receipt-of = إيصال التسليم إلى { $platform }
library-published-elsewhere = نُشر على جهاز آخر، حيث توجد عمليات تسليمه وملفه.
library-audit = سجل التدقيق
library-audit-line = { $platform }: { $what }
library-audit-line-account = { $platform } ({ $account }): { $what }
library-audit-outcome = { $what }: { $told }
