calendar-month = شهر
calendar-week = أسبوع
calendar-list = قائمة
calendar-show = عرض
calendar-back = السابق ({ $keys })
calendar-on = التالي ({ $keys })
calendar-today = اليوم
calendar-new-draft = مسودة جديدة
calendar-day =
    { $day }، { $count ->
        [0] لا شيء
        [zero] لا شيء
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    }
calendar-day-today =
    اليوم، { $day }، { $count ->
        [0] لا شيء
        [zero] لا شيء
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    }
calendar-more = { $count } أخرى
calendar-unread = تعذرت قراءة التقويم
calendar-nothing-planned = لم يُخطَّط لشيء بعد. اذهب إلى يوم واضغط { $keys }، أو أضف مقاطع فيديو وامنحها وقتًا. مثلًا: كل يوم جمعة الساعة 18:00.
calendar-nothing-in = لا شيء في { $month }.
calendar-day-passed = مضى ذلك اليوم. اختر يومًا لاحقًا لمسودة جديدة.
calendar-state-on = { $state } على { $platforms }
calendar-draft-for = مسودة من أجل { $platforms }

# What lies open

calendar-reading = ما هو ومتى يُرسل
calendar-moment = { $day }، { $time }
calendar-open-draft = فتح المسودة
calendar-show-on-home = عرضه في الرئيسية
calendar-show-published = عرض مقاطع الفيديو المنشورة
calendar-move-to = نقل إلى
calendar-give-time = تحديد وقت له
calendar-next-slot = الموعد المتاح التالي
calendar-send-now = إرسال الآن
calendar-take-time = إزالة الوقت
calendar-move = نقل
calendar-set-time = تعيين الوقت

# Moves

calendar-passed = مضى موعد { $day }، { $time }.
calendar-tiktok-many = يقبل TikTok نحو { $limit } منشورًا في اليوم، و{ $count } مخطط لها بالفعل.
calendar-tiktok-must-be-on = من أجل TikTok يجب أن يكون هذا الحاسوب مشغّلًا الساعة { $time }.
calendar-moved = نُقل «{ $title }» إلى { $day }، { $time }.
calendar-untimed = لم يعد لـ«{ $title }» وقت.

# Words for states

calendar-state-draft = مسودة
calendar-state-published = منشور
calendar-state-needs-you = يحتاج إليك
calendar-state-failed = لم يُنشر
calendar-state-paused = متوقف مؤقتًا
calendar-state-scheduled = مجدول
calendar-state-waiting = في الانتظار
calendar-state-on-its-way = في الطريق
calendar-no-platform = لا منصة بعد
calendar-state-own-time = { $state }، { $time }

# Drafts without a time

calendar-tray = بلا وقت
calendar-tray-slot = الموعد المتاح التالي: { $day }، { $time }
calendar-tray-empty = لكل مسودة وقتها. تنتظر مقاطع الفيديو الجديدة هنا حتى تمنحها وقتًا.
calendar-tray-how = اسحب مسودة إلى يوم، أو اضغط عليها لاختيار وقت.
calendar-tray-more =
    و{ $count ->
        [zero] لا مسودات أقدم
        [one] مسودة أقدم واحدة
        [two] مسودتان أقدم
        [few] { $count } مسودات أقدم
        [many] { $count } مسودة أقدم
       *[other] { $count } مسودة أقدم
    }.
