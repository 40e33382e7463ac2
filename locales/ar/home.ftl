home-unread = تعذرت قراءة الصفحة الرئيسية
home-reading = تُقرأ الصفحة الرئيسية
home-empty = انشر أول فيديو لك
home-empty-text = أضف مقطع فيديو من هذا الحاسوب، واكتب نصه مرة واحدة، وأرسله إلى YouTube وTikTok. لا يُنسخ إلى أي مكان آخر.
home-example = هكذا سيبدو
home-example-title = كيف أزيّت كرسيًّا من خشب البلوط
home-example-progress = مثال على رفع

# The queue

home-uploads = عمليات الرفع
home-group-needs-you = يحتاج إليك
home-group-now = الآن
home-group-waiting = في الانتظار
home-group-done = تمّ
home-earlier = ما نُشر قبل ذلك موجود في المكتبة
home-all-uploads = كل عمليات الرفع
home-sum-uploading = يُرفع { $count }
home-sum-sent = أُرسل { $count }
home-sum-waiting = ينتظر { $count }
home-sum-nothing = لا شيء في الطريق
home-pause-all = إيقاف الكل مؤقتًا
home-resume-all = استئناف الكل
home-speed-limit = حد السرعة
home-speed-limit-now = حد السرعة: { $limit }
home-upload-of = رفع { $title }
home-measuring = تُقاس السرعة
home-pace = { $speed }، { $left }
home-percent = { $percent }%
home-hour-ends = تنتهي ساعة { $platform } <time/>
home-must-be-on = يجب أن يكون هذا الحاسوب مشغّلًا حينها.
home-too-slow = بهذه السرعة لن يكتمل قبل <time/>. أوقف عمليات رفع أخرى مؤقتًا، أو ارفع الحد، أو انشر ملفًّا أصغر.
home-pause-others = إيقاف الأخرى مؤقتًا
home-pause-others-for = إيقاف الأخرى مؤقتًا ليكتمل رفع { $title }
home-steps-of = خطوات { $title }
home-steps-done = تمّ: { $steps }
home-open-in-browser = فتح في المتصفح
home-details = التفاصيل
home-platform-said = قال { $platform }: <said/>
home-noted = لوحظ هنا: <noted/>

# What can be done

home-act-pause = إيقاف مؤقت
home-act-resume = استئناف
home-act-undo = تراجع
home-act-undo-cancel = التراجع عن الإلغاء
home-act-retry = إعادة المحاولة
home-act-retry-now = إعادة المحاولة الآن
home-act-dismiss = إخفاء
home-act-take-off = إزالة من هذه القائمة
home-act-open = فتح
home-act-cancel = إلغاء
home-act-connect = ربط { $platform }
home-act-locate = تحديد المكان…
home-act-edit-draft = تعديل المسودة
home-act-copy = نسخ الرابط
home-act-send = إرسال الآن
home-act-time = نقل إلى وقت آخر…
home-act-up = إلى أعلى
home-act-down = إلى أسفل
home-act-receipt = الإيصال
home-act-select = تحديد
home-act-unselect = إزالة من التحديد
home-act-for = { $act }: { $title }
home-act-some = { $act } ({ $count })
home-more-for = المزيد عن { $title }
home-selected = عمليات الرفع المحددة
home-will-not-go = لن يُرسل { $title } إلى { $platform }.
home-cancelled =
    { $count ->
        [zero] لم يُلغَ شيء
        [one] أُلغيت عملية رفع واحدة
        [two] أُلغيت عمليتا رفع
        [few] أُلغيت { $count } عمليات رفع
        [many] أُلغيت { $count } عملية رفع
       *[other] أُلغيت { $count } عملية رفع
    }.
home-paused =
    { $count ->
        [zero] لم يوقف شيء
        [one] أُوقفت عملية رفع واحدة مؤقتًا
        [two] أُوقفت عمليتا رفع مؤقتًا
        [few] أُوقفت { $count } عمليات رفع مؤقتًا
        [many] أُوقفت { $count } عملية رفع مؤقتًا
       *[other] أُوقفت { $count } عملية رفع مؤقتًا
    }.
home-resumed =
    { $count ->
        [zero] لم يُستأنف شيء
        [one] استؤنفت عملية رفع واحدة
        [two] استؤنفت عمليتا رفع
        [few] استؤنفت { $count } عمليات رفع
        [many] استؤنفت { $count } عملية رفع
       *[other] استؤنفت { $count } عملية رفع
    }.
home-refused-and-others = { $reason } وبقيت { $count } أخرى كما كانت.
home-moved-up = تحرك { $title } إلى أعلى: الآن { $place } من { $all }.
home-moved-down = تحرك { $title } إلى أسفل: الآن { $place } من { $all }.
home-many-up = تحركت { $count } من عمليات الرفع إلى أعلى.
home-many-down = تحركت { $count } من عمليات الرفع إلى أسفل.

# Drafts, and other devices

home-drafts = المسودات
home-draft-edited = عُدِّلت <time/>
home-draft-delete = حذف المسودة { $title }
home-sample-remove = إزالة العينة
home-sample-gone = أُزيلت العينة.
home-welcome = مرحبًا
home-draft-deleted = حُذفت المسودة «{ $title }». يبقى الفيديو على هذا الحاسوب.
home-elsewhere = على أجهزتك الأخرى
home-another-device = جهاز آخر
home-as-of = كما كان <time/>
home-drafts-deleted =
    { $count ->
        [zero] لم تُحذف مسودات
        [one] حُذفت مسودة واحدة
        [two] حُذفت مسودتان
        [few] حُذفت { $count } مسودات
        [many] حُذفت { $count } مسودة
       *[other] حُذفت { $count } مسودة
    }. تبقى الفيديوهات على هذا الحاسوب.
home-drafts-selected = المسودات المحددة
home-drafts-delete = حذف
home-draft-select = تحديد المسودة { $title }
home-sample = عينة
