# The maker

public-works-from = مكان العمل:
public-elsewhere = في أماكن أخرى
public-all-links = كل الروابط
public-on-this-page = في هذه الصفحة
public-empty = لا شيء هنا بعد. عُد في يوم آخر.
public-untitled = بلا عنوان

# Lists

public-list =
    { $list ->
        [services] الخدمات
        [videos] مقاطع الفيديو
        [posts] المنشورات
       *[links] الروابط
    }
public-list-of =
    { $list ->
        [services] خدمات { $name }
        [videos] مقاطع فيديو { $name }
        [posts] منشورات { $name }
       *[links] روابط { $name }
    }
public-further =
    { $list ->
        [services] المزيد من الخدمات
        [videos] مقاطع فيديو أقدم
        [posts] منشورات أقدم
       *[links] المزيد من الروابط
    }
public-in-all = المجموع: { $number }
public-in-all-newest = المجموع: { $number }، الأحدث أولًا
public-empty-list = لا شيء هنا.
public-from-the-start = من البداية
public-read-on = متابعة القراءة

# What a service and a video are

public-service =
    { $kind ->
        [driver] التوصيل والنقل
        [agent] المبيعات والتمثيل
       *[artisan] الحِرف والعمل الإبداعي
    }
public-video =
    { $kind ->
        [short] قصير
       *[demo] عرض توضيحي
    }
public-lasts = المدة:
public-watch = مشاهدة
public-watch-on = مشاهدة على { $platform }
public-day = { $day } { $month } { $year }
public-views =
    { $count ->
        [zero] لا مشاهدات
        [one] مشاهدة واحدة
        [two] مشاهدتان
        [few] { $number } مشاهدات
        [many] { $number } مشاهدة
       *[other] { $number } مشاهدة
    }
public-likes =
    { $count ->
        [zero] لا إعجابات
        [one] إعجاب واحد
        [two] إعجابان
        [few] { $number } إعجابات
        [many] { $number } إعجابًا
       *[other] { $number } إعجاب
    }

# What is said about a video

public-comments = التعليقات
public-no-comments = لا تعليقات
public-comments-count =
    { $count ->
        [zero] لا تعليقات
        [one] تعليق واحد
        [two] تعليقان
        [few] { $number } تعليقات
        [many] { $number } تعليقًا
       *[other] { $number } تعليق
    }
public-comments-on = على
public-nobody-said = لم يقل أحد شيئًا بعد.
public-newest-comments = أحدث التعليقات
public-older-comments = تعليقات أقدم

# Around every page

public-skip = الانتقال إلى المحتوى
public-back = رجوع
public-made-with = صُنعت باستخدام Maker Studio
public-nobody = لا أحد يعمل هنا
public-nobody-text = لا أحد على هذا العنوان، أو لم يعد عليه أحد. هل نُسخ باليد؟ راجع أحرفه إذن مرة أخرى.
public-moment = لحظة واحدة
public-moment-text = لا يمكن عرض هذه الصفحة الآن. أعد تحميلها بعد بضع ثوانٍ.
