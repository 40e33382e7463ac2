activity-unread = تعذرت قراءة النشاط
activity-reading = يُقرأ النشاط
activity-found =
    { $count ->
        [0] لم يُعثر على شيء.
        [zero] لم يُعثر على شيء.
        [one] عُثر على قيد واحد.
        [two] عُثر على قيدين.
        [few] عُثر على { $count } قيود.
        [many] عُثر على { $count } قيدًا.
       *[other] عُثر على { $count } قيد.
    }
activity-empty = يُدوَّن هنا كل استخدام لاتصال
activity-empty-text = متى كان، وبأي حساب، وبأي حق، ولأي غرض، وكيف انتهى. القيود تُضاف فقط ولا تُحذف، ولا تحتوي على أي سر.
activity-empty-example = مثلًا: الرفع، كيف أزيّت كرسيًّا من خشب البلوط، YouTube، قناة Bench & Blade، منشور
activity-nothing = لا شيء مطابق
activity-nothing-words = لا قيد فيه كلمات تحتوي على «{ $text }».
activity-nothing-filters = لا قيد يطابق هذه المرشِّحات.
activity-show-everything = عرض كل شيء
activity-show-connections = عرض الاتصالات
activity-end = هذا كل شيء منذ البداية. ما يمكن للاتصالات فعله تجده في <connections>الاتصالات</connections>.

# Whether it is whole

activity-chain-checking = نتحقق من أن كل قيد كما كُتب…
activity-chain-none = كل قيد مربوط بالذي قبله: لا يمكن لأحد تغيير قيد دون أن يُكشف ذلك.
activity-chain-whole =
    <b>السلسلة سليمة.</b> { $count ->
        [zero] لا قيود بعد.
        [one] القيد الوحيد كما كُتب، ولا ينقص شيء.
        [two] القيدان كما كُتبا، ولا ينقص شيء.
        [few] القيود كلها ({ $count }) كما كُتبت، ولا ينقص شيء.
        [many] القيود كلها ({ $count }) كما كُتبت، ولا ينقص شيء.
       *[other] القيود كلها ({ $count }) كما كُتبت، ولا ينقص شيء.
    }
activity-chain-again = التحقق من جديد

# One entry

activity-use-connect = تسجيل الدخول
activity-use-refresh = جُدِّد الإذن
activity-use-upload = الرفع
activity-use-thumbnail = الصورة المصغرة
activity-use-captions = الترجمة النصية
activity-use-playlist = قائمة التشغيل
activity-use-read = قراءة
activity-use-revoke = أُعيدت الحقوق
activity-read-numbers = المشاهدات والإعجابات
activity-read-creator = ما يمكن للحساب نشره
activity-read-playlists = قوائم التشغيل
activity-untitled = بلا عنوان
activity-went-well = سار على ما يرام
activity-trouble = مشكلة
activity-number = رقم { $n }
activity-hash = قيمة التجزئة { $hash }
activity-show-upload = عرض عملية الرفع
activity-show-video = عرض الفيديو
activity-show-library = عرض المكتبة
activity-show-connection = عرض الاتصال بـ{ $platform }
activity-open-draft = فتح المسودة

# How an entry ended, for what is typed into the search

activity-told-ok = تمّ
activity-told-started = بدأ
activity-told-published = منشور
activity-told-cancelled = ملغى
activity-told-no-answer = لا جواب
activity-told-refused = مرفوض
activity-told-not-revoked = أُلغي الربط هنا؛ تعذر إبلاغ المنصة
activity-told-timed-out = لم يجب أحد في الوقت المحدد
activity-told-no-network = لا شبكة
activity-told-keyring = لم يقبل مخزن كلمات المرور المفاتيح
activity-told-platform-refused = رفضت المنصة

# Looking for something

activity-the-activity = النشاط
activity-search = البحث في النشاط
activity-search-hint = ابحث في العناوين والحسابات والنتائج
activity-filter-platform = المنصة
activity-filter-use = الغرض
activity-filter-outcome = النتيجة
activity-filter-date = التاريخ
activity-filter-clear = مسح
activity-only-about = ما يخص «{ $about }» فقط
activity-only-about-one = ما يخص شيئًا واحدًا فقط

# As a file

activity-export = حفظ في ملف
activity-export-as = حفظ المعروض بصيغة
activity-export-csv = ملف CSV لجدول بيانات
activity-kept =
    { $count ->
        [zero] لم يُحفظ أي قيد.
        [one] حُفظ قيد واحد.
        [two] حُفظ قيدان.
        [few] حُفظت { $count } قيود.
        [many] حُفظ { $count } قيدًا.
       *[other] حُفظ { $count } قيد.
    }
