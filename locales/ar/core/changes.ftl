# What a draft's version changed, in a line

changes-and = { $first }؛ { $second }
changes-more-fields =
    { $count ->
        [zero] لا حقول أخرى
        [one] حقل آخر
        [two] حقلان آخران
        [few] { $count } حقول أخرى
        [many] { $count } حقلًا آخر
       *[other] { $count } حقل آخر
    }
changes-nothing = لا شيء ظاهر
changes-answer-back = { $field }، سُحب الجواب
changes-answer = { $field }: { $answer }
changes-signs = { $field }، علامات فقط
changes-words-more =
    { $field }، { $count ->
        [zero] بلا زيادة
        [one] زادت كلمة
        [two] زادت كلمتان
        [few] زادت { $count } كلمات
        [many] زادت { $count } كلمة
       *[other] زادت { $count } كلمة
    }
changes-words-fewer =
    { $field }، { $count ->
        [zero] بلا نقصان
        [one] نقصت كلمة
        [two] نقصت كلمتان
        [few] نقصت { $count } كلمات
        [many] نقصت { $count } كلمة
       *[other] نقصت { $count } كلمة
    }
changes-words-changed =
    { $field }، { $count ->
        [zero] بلا تغيير
        [one] تغيّرت كلمة
        [two] تغيّرت كلمتان
        [few] تغيّرت { $count } كلمات
        [many] تغيّرت { $count } كلمة
       *[other] تغيّرت { $count } كلمة
    }
changes-words-both =
    { $field }، { $added ->
        [zero] لم تُضف كلمات
        [one] أُضيفت كلمة
        [two] أُضيفت كلمتان
        [few] أُضيفت { $added } كلمات
        [many] أُضيفت { $added } كلمة
       *[other] أُضيفت { $added } كلمة
    } وحُذف { $removed }

# The fields

changes-title = العنوان
changes-description = الوصف
changes-tags = الوسوم
changes-youtube-title = العنوان على YouTube
changes-youtube-description = الوصف على YouTube
changes-tiktok-caption = التعليق على TikTok
changes-kind = نوع الفيديو
changes-platforms = المنصات
changes-time = الوقت
changes-youtube-time = الوقت على YouTube
changes-tiktok-time = الوقت على TikTok
changes-youtube-privacy = من يمكنه المشاهدة على YouTube
changes-kids = مخصص للأطفال
changes-youtube-ai = معدَّل أو من صنع الذكاء الاصطناعي، على YouTube
changes-youtube-category = الفئة على YouTube
changes-youtube-quiet = نُشر دون إشعار على YouTube
changes-youtube-playlist = قائمة التشغيل على YouTube
changes-tiktok-privacy = من يمكنه المشاهدة على TikTok
changes-tiktok-comments = التعليقات على TikTok
changes-tiktok-duets = الديويتو على TikTok
changes-tiktok-stitches = الدمج على TikTok
changes-tiktok-promotes = يروّج لشيء، على TikTok
changes-tiktok-promoted = ما يُروَّج له، على TikTok
changes-tiktok-ai = من صنع الذكاء الاصطناعي، على TikTok
changes-tiktok-inbox = إلى صندوق وارد TikTok
changes-tiktok-cover = الغلاف على TikTok

# The answers

changes-yes = نعم
changes-no = لا
changes-at = { $date }، الساعة { $time } ({ $place })
changes-now = الآن
changes-cover-at = عند { $seconds } ث
changes-video-type =
    { $kind ->
        [short] قصير
        [long] طويل
       *[demo] عرض توضيحي
    }
changes-public = عام
changes-unlisted = غير مدرج
changes-private = خاص
changes-everyone = الجميع
changes-friends = الأصدقاء
changes-followers = المتابعون
changes-only-me = أنا فقط
changes-your-brand = علامتك التجارية
changes-branded = محتوى مموَّل
changes-both-brands = علامتك التجارية، محتوى مموَّل
