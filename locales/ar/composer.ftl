# Around what is written

composer-close-keep = إغلاق مع الحفظ ({ $keys })
composer-versions = النسخ ({ $keys })
composer-saved = حُفظ <time/>
composer-not-saved = لم يُحفظ. { $error }
composer-saving = جارٍ الحفظ…
composer-untitled = مسودة
composer-delete = حذف هذه المسودة
composer-deleted = حُذفت المسودة «{ $title }». يبقى الفيديو على هذا الحاسوب.
composer-gone = لم تعد هذه المسودة موجودة
composer-gone-back = العودة إلى الرئيسية
composer-unread = تعذرت قراءة المسودة
composer-reading = تُقرأ المسودة
composer-version-restored = استُعيدت النسخة.
composer-preset-used = طُبِّق { $name } على هذه المسودة.

# The video file

composer-file = ملف الفيديو
composer-file-fits = <hidden>{ $platform }:</hidden> مناسب
composer-file-locate = تحديد المكان…
composer-file-elsewhere = الفيديو على جهاز آخر
composer-file-none = لم يُختر فيديو
composer-file-none-text = اختر الفيديو على هذا الحاسوب: النص والإعدادات محفوظة.
composer-file-choose = اختيار الفيديو…
composer-file-too-long = يقبل TikTok مدة { $length } من هذا الحساب: قصّر الفيديو.
composer-fact-square = مربّع { $size }
composer-fact-upright = عمودي { $size }
composer-fact-wide = أفقي { $size }
composer-fact-fps = { $fps } إطار/ث
composer-shape-square = مربّع
composer-shape-upright = عمودي
composer-shape-wide = أفقي
composer-shape-and-length = { $shape }، { $length }
composer-will-short = سيكون فيديو Shorts
composer-will-long = سيكون فيديو طويلًا
composer-will-demo = سيكون عرضًا توضيحيًّا
composer-will-because = { $what }: { $why }
composer-prediction = { $prediction } <quiet>(توقّع)</quiet>

# What stands in the way

composer-before = قبل الإرسال: { $count }
composer-ready = جاهز للإرسال
composer-nothing-open = لا شيء يعترض الطريق.
composer-worth-knowing = <hidden>جدير بالمعرفة:</hidden> { $message }
composer-things-open =
    { $count ->
        [zero] لا شيء يحتاج إلى إجابة
        [one] شيء واحد يحتاج إلى إجابة أولًا
        [two] شيئان يحتاجان إلى إجابة أولًا
        [few] { $count } أشياء تحتاج إلى إجابة أولًا
        [many] { $count } شيئًا يحتاج إلى إجابة أولًا
       *[other] { $count } شيء يحتاج إلى إجابة أولًا
    }
composer-captions-tell = قل بأي لغة { $name }.
composer-playlist-tell = أعطِ قائمة التشغيل الجديدة عنوانًا.
composer-tiktok-silent = بانتظار أن يقول TikTok ما المسموح لحسابك.
composer-agree-first = وافق قبل إرسال الفيديو إلى TikTok.

# Publishing: what the button does, such as “Publish to YouTube now, to TikTok at 18:00”

composer-now = الآن
composer-publish = نشر
composer-publish-to = النشر على { $platforms } { $time }
composer-publish-parted = النشر على { $first } { $time }، وعلى { $second } { $later }
composer-publish-inbox = الإرسال إلى صندوق وارد TikTok { $time }
composer-publish-and-inbox = النشر على { $platform } والإرسال إلى صندوق وارد TikTok { $time }
composer-publish-then-inbox = النشر على { $platform } { $time }، والإرسال إلى صندوق وارد TikTok { $later }
composer-publish-after-inbox = الإرسال إلى صندوق وارد TikTok { $time }، والنشر على { $platform } { $later }
composer-handing-over = جارٍ التسليم…
composer-scheduled = تمت الجدولة. تجده في تقويمك، حيث يمكنك نقل ما لم يبدأ بعد.
composer-sent = في الطريق. يمكنك متابعة العمل، أو إيقافه مؤقتًا من هنا.
composer-sent-tiktok = في الطريق. بعد النشر قد تمر بضع دقائق حتى يعالجه TikTok ويعرضه.

# When it goes out

composer-when = متى يُنشر
composer-when-youtube = متى يُرسل إلى YouTube
composer-when-tiktok = متى يُرسل إلى TikTok
composer-when-shared = في الوقت المشترك
composer-when-pressed = عندما أضغط زر النشر
composer-when-later = في وقت محدد
composer-then-youtube = يصل الفيديو إلى YouTube الآن وهو خاص، ويصبح عامًّا { $time }. يمكن أن يكون حاسوبك مطفأً حينها.
composer-then-tiktok = يُرسل إلى TikTok { $time }: يجب أن يكون هذا الحاسوب مشغّلًا حينها وMaker Studio مفتوحًا. وإلا أُرسل عند التشغيل التالي.
