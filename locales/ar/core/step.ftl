# What is done for a video once the platform has it

step-thumbnail = الصورة المصغرة
step-captions = الترجمة النصية ({ $language })
step-playlist = قائمة التشغيل «{ $title }»

# What stands in the way of it

step-file-unreadable =
    { $step ->
        [thumbnail] لا يمكن قراءة ملف الصورة المصغرة في مكانه.
        [captions] لا يمكن قراءة ملف الترجمة النصية في مكانه.
       *[playlist] لا يمكن قراءة ملف قائمة التشغيل في مكانه.
    }
step-file-unreadable-next = أعده إلى مكانه، ثم أعد محاولة هذه الخطوة. الفيديو نفسه سليم.
step-file-changed =
    { $step ->
        [thumbnail] تغيّر ملف الصورة المصغرة منذ أن ضغطت «نشر».
        [captions] تغيّر ملف الترجمة النصية منذ أن ضغطت «نشر».
       *[playlist] تغيّر ملف قائمة التشغيل منذ أن ضغطت «نشر».
    }
step-file-changed-next =
    { $step ->
        [thumbnail] أعد الملف القديم، أو اختر الصورة المصغرة على { $platform }. الفيديو نفسه سليم.
        [captions] أعد الملف القديم، أو أضف الترجمة النصية على { $platform }. الفيديو نفسه سليم.
       *[playlist] أعد الملف القديم، أو اختر قائمة التشغيل على { $platform }. الفيديو نفسه سليم.
    }
step-missing-scope =
    { $step ->
        [thumbnail] رُبط { $platform } دون الإذن الذي تحتاج إليه الصورة المصغرة.
        [captions] رُبط { $platform } دون الإذن الذي تحتاج إليه الترجمة النصية.
       *[playlist] رُبط { $platform } دون الإذن الذي تحتاج إليه قائمة التشغيل.
    }
step-missing-scope-next = أعد الربط واترك هذا الإذن محددًا: تُستأنف هذه الخطوة تلقائيًّا.
step-sign-in-again-next = أعد الربط: تُستأنف هذه الخطوة تلقائيًّا، ويبقى الفيديو كما هو.
step-not-verified = لا يسمح { $platform } باختيار صورة مصغرة خاصة إلا للقنوات الموثَّقة.
step-not-verified-next = وثّق القناة على { $platform }، ثم أعد محاولة هذه الخطوة. الفيديو نفسه سليم.
step-details-refused =
    { $step ->
        [thumbnail] لا يقبل { $platform } الصورة المصغرة كما هي.
        [captions] لا يقبل { $platform } الترجمة النصية كما هي.
       *[playlist] لا يقبل { $platform } قائمة التشغيل كما هي.
    }
step-details-refused-next =
    { $step ->
        [thumbnail] كلماته تحت «التفاصيل». يمكنك اختيار الصورة المصغرة على { $platform }؛ والفيديو نفسه سليم.
        [captions] كلماته تحت «التفاصيل». يمكنك إضافة الترجمة النصية على { $platform }؛ والفيديو نفسه سليم.
       *[playlist] كلماته تحت «التفاصيل». يمكنك اختيار قائمة التشغيل على { $platform }؛ والفيديو نفسه سليم.
    }
step-not-taken =
    { $step ->
        [thumbnail] لم يقبل { $platform } الصورة المصغرة.
        [captions] لم يقبل { $platform } الترجمة النصية.
       *[playlist] لم يقبل { $platform } قائمة التشغيل.
    }
step-not-taken-next = أعد محاولة هذه الخطوة، أو قم بها على المنصة. الفيديو نفسه سليم.
