# How this desk stands with its backend

standing-not-signed-in = لم يسجّل أحد الدخول. سجّل الدخول أولًا.
standing-signed-in-already = سجّل { $who } الدخول هنا بالفعل. سجّل الخروج أولًا.
standing-which-backend = حدد الخادم، مثل https://studio.example.com.
standing-no-page = صفحتك على هذا الحاسوب فقط. سجّل الدخول فتحصل على عنوان.
standing-revoked = لم تعد عضوًا في مساحة العمل هذه. ما لم يُنسخ احتياطيًّا قط موجود في المجلد «exports» ضمن بياناتك.
standing-off = كل شيء على هذا الحاسوب فقط. سجّل الدخول ليكون على أجهزة أخرى.
standing-edits =
    { $count ->
        [zero] لا تعديلات
        [one] تعديل واحد
        [two] تعديلان
        [few] { $count } تعديلات
        [many] { $count } تعديلًا
       *[other] { $count } تعديل
    }
standing-pictures =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
standing-signed-out = سُجّل الخروج. يُنسخ احتياطيًّا بعد تسجيل الدخول التالي: { $what }.
standing-signed-out-nothing = سُجّل الخروج. يُنسخ ما تعدّله احتياطيًّا بعد تسجيل الدخول التالي.
standing-sign-in-again = لم يعد الخادم يقبل تسجيل الدخول هذا. سجّل الدخول من جديد؛ بانتظارك هنا: { $what }.
standing-sign-in-again-nothing = لم يعد الخادم يقبل تسجيل الدخول هذا. سجّل الدخول من جديد ليُنسخ ما تعدّله احتياطيًّا.
standing-upgrade = يحتاج الخادم إلى إصدار أحدث من Maker Studio. حدّث التطبيق؛ بانتظارك هنا: { $what }.
standing-upgrade-nothing = يحتاج الخادم إلى إصدار أحدث من Maker Studio. حدّث التطبيق ليُنسخ ما تعدّله احتياطيًّا.
standing-offline = غير متصل. لم يُنسخ احتياطيًّا بعد: { $what }.
standing-offline-nothing = غير متصل. لا شيء ينتظر النسخ الاحتياطي.
standing-full = مساحة العمل ممتلئة؛ لم يُنسخ احتياطيًّا: { $what }. احذف ما لم تعد تحتاج إليه.
standing-pictures-why =
    { $count ->
        [zero] لا صور غير منسوخة
        [one] صورة واحدة غير منسوخة احتياطيًّا
        [two] صورتان غير منسوختين احتياطيًّا
        [few] { $count } صور غير منسوخة احتياطيًّا
        [many] { $count } صورة غير منسوخة احتياطيًّا
       *[other] { $count } صورة غير منسوخة احتياطيًّا
    }. { $why }
standing-pictures-refused =
    { $count ->
        [zero] لا صور مرفوضة
        [one] صورة واحدة لم يقبلها الخادم
        [two] صورتان لم يقبلهما الخادم
        [few] { $count } صور لم يقبلها الخادم
        [many] { $count } صورة لم يقبلها الخادم
       *[other] { $count } صورة لم يقبلها الخادم
    }. يذكر المنشور السبب؛ وما كتبته منسوخ احتياطيًّا.
standing-waiting = لم يُنسخ احتياطيًّا بعد: { $what }.
standing-pictures-to-send = للإرسال: { $what }.
standing-comparing = تجري مقارنة كل شيء مع الخادم.
standing-well = كل شيء منسوخ احتياطيًّا.
