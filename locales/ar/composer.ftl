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

# What every platform gets

composer-shared = النص المشترك
composer-title = العنوان
composer-title-hint = عمّ يتحدث الفيديو؟
composer-description = الوصف
composer-description-hint = أخبر الناس بما سيشاهدونه. مشترك بين كل المنصات.
composer-bytes = بايت
composer-with-title = في TikTok مع العنوان
composer-tags = الوسوم
composer-tags-hint = بلوط، كرسي، نجارة
composer-tag-remove = إزالة الوسم { $tag }
composer-kind = نوع الفيديو
composer-kind-by-itself = حسب الشكل والمدة
composer-kind-predicted = حسب الشكل والمدة: { $kind }
composer-targets = النشر على
composer-target-again = سجّل الدخول من جديد
composer-target-none = غير مرتبط

# What differs from one platform to the other

composer-tabs = ما يختلف من منصة إلى أخرى
composer-tab-open = { $count }<hidden> بانتظار الإجابة</hidden>
composer-own-shared = كالنص المشترك
composer-own-write = كتابة نص آخر<hidden>: { $label }</hidden>
composer-own-restore = استخدام المشترك<hidden>: { $label }</hidden>
composer-audience = من يمكنه المشاهدة
composer-audience-choose = اختر من يمكنه المشاهدة

# YouTube

composer-youtube-title = العنوان على YouTube
composer-youtube-description = الوصف على YouTube
composer-youtube-category = الفئة
composer-youtube-kids = هل هو مخصص للأطفال؟
composer-youtube-kids-hint = يوقف ذلك التعليقات والإعلانات المخصصة.
composer-youtube-synthetic = محتوى واقعي عُدّل أو صُنع بالذكاء الاصطناعي؟
composer-youtube-synthetic-hint = يضع YouTube علامة عليه. تصحيح الألوان والمرشِّحات لا يُحسبان.
composer-youtube-notify = إعلام المشتركين به
composer-extras = الترجمات وقائمة التشغيل
composer-extras-missing = تحتاج الترجمات وقوائم التشغيل إلى إذن إضافي
composer-extras-missing-text = يطلبه منك YouTube في متصفحك. يُحفظ ما تختاره هنا حتى ذلك الحين؛ أما الفيديو نفسه فيُرسل بدونه.
composer-extras-allow = السماح بالترجمات وقوائم التشغيل
composer-file-take-off = إزالة { $name }
composer-file-taken-off = أُزيل { $name }. يبقى الملف في مكانه.
composer-thumbnail = الصورة المصغرة
composer-thumbnail-choose = اختيار صورة…
composer-thumbnail-another = اختيار أخرى…
composer-thumbnail-none = بدونها يأخذ YouTube لقطة من الفيديو.
composer-thumbnail-how = يقبل YouTube هنا صورة لا لحظة من الفيديو، ومن القنوات التي تم التحقق من رقم هاتفها فقط.
composer-thumbnail-short = في فيديو Shorts يقبلها بعد أن يعالج الفيديو: يتم ذلك تلقائيًّا.
composer-captions = الترجمات
composer-captions-add = إضافة ترجمات…
composer-captions-more = إضافة المزيد…
composer-captions-how = ملفات SRT أو VTT، ملف لكل لغة.
composer-captions-language = اللغة
composer-captions-language-hint = مثلًا الفرنسية
composer-captions-no-language = قل بأي لغة هذه الترجمات.
composer-captions-unknown = اختر لغة من القائمة، أو اكتب رمزها مثل fr أو pt-BR.
composer-captions-name = اسم المسار (اختياري)
composer-captions-name-hint = الاسم الذي يختار به المشاهدون
composer-playlist = قائمة التشغيل
composer-playlist-none = لا شيء
composer-playlist-asking = يُسأل YouTube عن قوائم التشغيل…
composer-playlist-new = إنشاء قائمة جديدة…
composer-playlist-empty = ليس لهذه القناة قائمة تشغيل بعد: يمكنك إنشاء واحدة.
composer-playlist-unread = تعذرت قراءة قوائم التشغيل
composer-playlist-title = عنوان قائمة التشغيل الجديدة
composer-playlist-cut = يقبل YouTube هنا { $limit } حرفًا: احذف { $cut }.
composer-playlist-privacy = من يمكنه رؤية قائمة التشغيل

# TikTok: what stands in quotation marks or speaks of agreeing is in TikTok’s own words (Content Sharing Guidelines)

composer-tiktok-unknown = لم يقل TikTok ما المسموح لحسابك
composer-tiktok-connections = فتح الاتصالات
composer-tiktok-as = النشر باسم <nickname>{ $nickname }</nickname> <quiet>{ $handle }</quiet>
composer-tiktok-asking = يُسأل TikTok عمّا هو مسموح لحسابك…
composer-tiktok-caption = التعليق على TikTok
composer-tiktok-inbox = إرساله إلى صندوق وارد TikTok وإكماله هناك
composer-tiktok-inbox-hint = عندئذ يسأل TikTok عن كل ما يلي في تطبيقه.
composer-tiktok-waiting = بانتظار TikTok
composer-tiktok-others = ما يمكن للآخرين فعله
composer-tiktok-comment = السماح بالتعليق
composer-tiktok-duet = السماح بالديويتو
composer-tiktok-stitch = السماح بالدمج
composer-tiktok-off = موقَف في حسابك على TikTok
composer-tiktok-some-off = ما يظهر باهتًا موقَف في حسابك على TikTok.
composer-tiktok-ai = هل صُنع بالذكاء الاصطناعي؟
composer-tiktok-ai-hint = يضع TikTok عليه علامة «صُنع بالذكاء الاصطناعي».
composer-disclose = الإفصاح عن محتوى تجاري
composer-disclose-hint = فعّله إذا كان الفيديو يروّج لسلع أو خدمات مقابل شيء ذي قيمة: لك أو لطرف ثالث أو لكليكما.
composer-disclose-missing = عليك أن تبيّن هل يروّج محتواك لك أو لطرف ثالث أو لكليكما.
composer-your-brand = علامتك التجارية
composer-your-brand-hint = تروّج لنفسك أو لعملك.
composer-branded = محتوى يحمل علامة تجارية
composer-branded-hint = تروّج لعلامة تجارية أخرى أو لطرف ثالث.
composer-branded-not-private = لا يمكن جعل المحتوى الذي يحمل علامة تجارية خاصًّا.
composer-label-promotional = ستُوسم صورتك أو الفيديو بعبارة «محتوى ترويجي»
composer-label-partnership = ستُوسم صورتك أو الفيديو بعبارة «شراكة مدفوعة»
composer-consent = بالنشر، فإنك توافق على <music>تأكيد استخدام الموسيقى</music> من TikTok
composer-consent-branded = بالنشر، فإنك توافق على <branded>سياسة المحتوى الذي يحمل علامة تجارية</branded> و<music>تأكيد استخدام الموسيقى</music> من TikTok.
composer-agree = أوافق. أرسل هذا الفيديو إلى TikTok.
composer-agree-as = أوافق. أرسل هذا الفيديو إلى TikTok باسم <b>{ $nickname }</b>.
composer-agree-then = بعد النشر قد تمر بضع دقائق حتى تكتمل المعالجة ويظهر على TikTok.
composer-cover = الغلاف
composer-cover-first = اللقطة الأولى
composer-cover-of = { $moment } <quiet>من { $end }</quiet>
composer-cover-moment = لحظة الغلاف
composer-cover-keys = يحركها السهمان الأيمن والأيسر بعُشر ثانية، ومع Shift بثانية كاملة.
composer-cover-unseen = لا يستطيع هذا الحاسوب عرض اللقطة هنا. ومع ذلك يأخذ TikTok اللحظة التي تختارها.
composer-cover-no-picture = يأخذ TikTok لحظة من الفيديو، لا صورة مستقلة.
composer-cover-unknown = يعرض TikTok اللقطة الأولى. يمكن اختيار لحظة أخرى حالما تُعرف مدة الفيديو.

# As the platforms show it

composer-preview = معاينة
composer-preview-of = معاينة { $title }
composer-preview-account = حسابك
composer-preview-said = معاينة: { $platform }، { $shape }.
composer-preview-said-covered = معاينة: { $platform }، { $shape }، مع ما هو مغطى.
composer-preview-on = معاينة على ({ $keys })
composer-preview-shape = شكل المعاينة ({ $keys })
composer-preview-upright = عمودي
composer-preview-upright-hint = عمودي، كما على الهاتف
composer-preview-wide = أفقي
composer-preview-wide-hint = أفقي، كما على الحاسوب
composer-preview-covers = ما تغطيه المنصة
composer-preview-covers-keys = ما تغطيه المنصة ({ $keys })
composer-preview-more = المزيد
composer-preview-seen = <hidden>يظهر في القائمة:</hidden> «<seen/><rest/>»
composer-preview-cut-off = ويُقطع:
composer-preview-seen-whole = يظهر كله في القائمة.
composer-preview-no-text = لا نص بعد.
composer-preview-hatched = المظلَّل بخطوط مغطى، وفق ما هو شائع نشره: لا تذكر المنصات أرقامًا.
composer-preview-cannot-play = لا يستطيع هذا الحاسوب تشغيل هذا الفيديو هنا. ومع ذلك يمكن نشره.
composer-preview-none = لا معاينة هنا. ومع ذلك يمكن نشره.
composer-cut-caption = يظهر من التعليق نحو أول 80 حرفًا، ثم «المزيد».
composer-cut-caption-wide = يظهر من التعليق نحو أول 100 حرف بجانب المشغّل، ثم «المزيد».
composer-cut-short = يظهر من عنوان فيديو Shorts نحو أول 40 حرفًا.
composer-cut-title = يظهر في القائمة سطران من العنوان، نحو 70 حرفًا.
composer-cut-title-phone = يظهر في القائمة سطران من العنوان، نحو 70 حرفًا على الهاتف.
