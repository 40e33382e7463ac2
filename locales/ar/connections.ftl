connections-unread = تعذرت قراءة اتصالاتك
connections-reading = تُقرأ اتصالاتك
connections-empty = منصات يمكنها النشر عنك
connections-empty-text = تسجّل الدخول على صفحة المنصة نفسها، في متصفحك. لا تعرف هذه النسخة من Maker Studio أي منصة بعد.
connections-empty-again = البحث من جديد
connections-empty-example = مثلًا: YouTube، قناة Bench & Blade، يمكنها رفع مقاطع الفيديو.
connections-intro = يمكن للمنصات المرتبطة أن تنشر عنك. تسجّل الدخول على صفحتها هي، في متصفحك؛ وتُحفظ المفاتيح في مخزن كلمات المرور في هذا الحاسوب ولا مكان سواه. الروابط التي تعرضها صفحتك تجدها في <link>الملف الشخصي والروابط</link>.

# One of them

connections-not-connected = غير مرتبط
connections-sign-in-again = سجّل الدخول من جديد
connections-some-missing = تنقص بعض الحقوق
connections-connected = مرتبط
connections-other-account = تم الاتصال بحساب غير السابق
connections-disconnected = أُلغي الربط
connections-no-longer = لم يعد { $platform } يقبل إذننا
connections-no-longer-text = سجّل الدخول من جديد: مسوداتك وما أُرسل محفوظة.
connections-rights = ما يمكنها فعله
connections-rights-asked = ما سيُطلب منك
connections-right-refused = رفضته، لذا هو معطّل.
connections-extras = للترجمات وقوائم التشغيل
connections-extras-later = لم يُطلب بعد. لا تحتاج إليه مقاطع الفيديو والصور المصغرة.
connections-extras-allow = السماح بالترجمات وقوائم التشغيل
connections-connected-at = تاريخ الربط
connections-last-used = آخر استخدام
connections-not-yet = ليس بعد
connections-sign-in-by = سجّل الدخول من جديد قبل
connections-no-key = لا تملك هذه النسخة من Maker Studio مفتاحًا لـ{ $platform }
connections-no-key-text = حدد عنوان خادم أو معرّف عميل خاصًّا بك في ملف الإعدادات.
connections-act-connect = ربط { $platform }
connections-act-again = تسجيل الدخول إلى { $platform } من جديد
connections-act-grant = منح الحقوق الناقصة
connections-act-disconnect = إلغاء الربط
connections-act-google = فتح قائمة Google للتطبيقات المرتبطة
connections-act-settings = فتح إعدادات { $platform }
connections-link-copied = نُسخ رابط تسجيل الدخول. افتحه في أي متصفح على هذا الحاسوب.
connections-ask = إلغاء ربط { $platform }؟
connections-ask-text =
    { $count ->
        [zero] لن تتوقف أي عملية رفع
        [one] ستتوقف عملية رفع واحدة
        [two] ستتوقف عمليتا رفع
        [few] ستتوقف { $count } عمليات رفع
        [many] ستتوقف { $count } عملية رفع
       *[other] ستتوقف { $count } عملية رفع
    } إلى { $platform }. تبقى المسودات وما نُشر بالفعل. لا يمكن التراجع عن هذا، لكن يمكنك الربط من جديد.
connections-ask-yes = إلغاء ربط { $platform }
connections-ask-no = إبقاء الربط

# Signing in

connections-waiting = بانتظار متصفحك…
connections-waiting-text = وافق على الصفحة التي فُتحت ثم عد: تتابع هذه النافذة تلقائيًّا. ننتظر حتى <time/>.
connections-waiting-cancel = إلغاء
connections-waiting-copy = نسخ الرابط
connections-outcome-less = ارتبط دون بعض الحقوق
connections-outcome-refused = رفضت على صفحة المنصة
connections-outcome-cancelled = أُلغي تسجيل الدخول
connections-outcome-timed-out = لم يجب أحد في الوقت المحدد
connections-outcome-no-network = لا شبكة
connections-outcome-keyring = لم يقبل مخزن كلمات المرور المفاتيح
connections-outcome-platform = رفضت المنصة
connections-left-youtube = عمليات الرفع المتبقية اليوم
connections-left-tiktok = المنشورات المتبقية خلال 24 ساعة
connections-left-of = { $left } من { $all }
connections-left-of-about = { $left } من نحو { $all }
connections-shared-youtube = مشتركة بين كل من يستخدم المفتاح نفسه
connections-shared-tiktok = مشتركة مع تطبيق TikTok نفسه
connections-anew = ؛ من جديد <time/>
