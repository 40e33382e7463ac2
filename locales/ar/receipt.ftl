receipt-title = الإيصال
receipt-text = ما الذي ذهب وإلى أين، وما الذي بقي على هذا الحاسوب.
receipt-reading-name = الإيصال
receipt-unread = تعذرت قراءة الإيصال
receipt-reading = يُقرأ الإيصال
receipt-copy-json = نسخ بصيغة JSON
receipt-copied-json = نُسخ الإيصال بصيغة JSON.
receipt-save = حفظ…
receipt-saved = حُفظ الإيصال.

# What and where

receipt-what = ماذا وأين
receipt-what-title = العنوان
receipt-what-platform = المنصة
receipt-what-account = الحساب
receipt-what-account-gone = لم يعد مرتبطًا
receipt-what-address = العنوان على الشبكة
receipt-what-state = الحالة

# The file

receipt-file = الملف
receipt-file-name = الاسم
receipt-file-size = الحجم
receipt-file-bytes = ({ $bytes })
receipt-bytes =
    { $count ->
        [zero] { $count } بايت
        [one] { $count } بايت
        [two] { $count } بايت
        [few] { $count } بايت
        [many] { $count } بايت
       *[other] { $count } بايت
    }
receipt-file-changed = آخر تعديل
receipt-fingerprint = البصمة
receipt-fingerprint-copy = نسخ
receipt-fingerprint-copy-name = نسخ البصمة
receipt-fingerprint-copied = نُسخت
receipt-fingerprint-copied-said = نُسخت البصمة.
receipt-fingerprint-selected = حُددت: اضغط Ctrl+C لنسخها.
receipt-fingerprint-why = قيمة BLAKE3 لكل بايت أُرسل. وهي ما يطبعه b3sum للملف: إذا تطابقتا فقد أُرسل إلى { $platform } هذا الملف بعينه.
receipt-fingerprint-later = تُحسب أثناء إرسال الملف، وتظهر هنا بعد إرسال كل بايت.

# Where the bytes went

receipt-hosts = أين ذهبت البيانات
receipt-hosts-computer = الحاسوب
receipt-hosts-requests = الطلبات
receipt-hosts-bytes = البيانات المرسلة
receipt-hosts-all = المجموع
receipt-hosts-why = هذه كل الحواسيب التي جرى الاتصال بها من أجل هذا الفيديو. ما أُرسل مرتين يُحسب مرتين.
receipt-hosts-none = لم يُرسل شيء بعد.

# When, and how it went

receipt-when = متى
receipt-when-pressed = ضُغط زر النشر
receipt-when-first = انطلق أول بايت
receipt-when-received = وصل كل بايت إلى { $platform }
receipt-when-confirmed = أكّده { $platform }
receipt-when-nothing = لم يحدث شيء بعد.
receipt-how = كيف جرى الأمر
receipt-how-not-begun = لم يبدأ بعد.
receipt-how-resumed =
    استُؤنف { $count ->
        [zero] { $count } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $count } مرات
        [many] { $count } مرة
       *[other] { $count } مرة
    } مما كان لدى { $platform }، بعد توقف مؤقت أو انقطاع أو إعادة تشغيل.
receipt-how-dropped =
    أسقط { $platform } ما لديه { $count ->
        [zero] { $count } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $count } مرات
        [many] { $count } مرة
       *[other] { $count } مرة
    }، فبدأ الرفع من جديد.
receipt-how-interrupted =
    توقف Maker Studio في منتصف الرفع { $count ->
        [zero] { $count } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $count } مرات
        [many] { $count } مرة
       *[other] { $count } مرة
    }. ما أرسله في ثوانيه الأخيرة غير محسوب أعلاه.
receipt-how-in-one-go = دفعة واحدة دون انقطاع.
receipt-steps = خطوات بعد الفيديو
receipt-step = { $state }، <time/>
receipt-stayed = ما بقي على هذا الحاسوب
