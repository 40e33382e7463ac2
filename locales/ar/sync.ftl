# The account

sync-unread = تعذرت قراءة حالة المزامنة
sync-reading = تُقرأ حالة المزامنة
sync-join = انسخ احتياطيًّا واعمل على أجهزة أخرى
sync-join-again = سجّل الدخول من جديد
sync-join-text = يعمل Maker Studio دون حساب. ومع حساب تُنسخ مسوداتك وخدماتك وروابطك احتياطيًّا وتصل إلى أجهزتك الأخرى؛ وما هنا يُرسل عندما تسجّل الدخول. تبقى مقاطع الفيديو على الحاسوب الذي هي عليه.
sync-join-page = تحصل كذلك على صفحة على الويب. تعرض للجميع ما تنشره وخدماتك وروابطك؛ وتبقى المسودات لك.
sync-join-again-text = كل ما كتبته منذ ذلك الحين محفوظ هنا ويُرسل حالما تسجّل الدخول.
sync-account = الحساب
sync-account-as = مسجّل الدخول باسم
sync-account-unknown = غير معروف
sync-account-backend = الخادم
sync-account-page = صفحتك
sync-account-page-text = كل من لديه هذا العنوان يستطيع قراءة ما تنشره وخدماتك وروابطك.
sync-account-page-copy = نسخ الرابط
sync-account-device = اسم هذا الحاسوب
sync-account-contact = آخر اتصال
sync-account-not-yet = ليس بعد
sync-signed-in = سُجّل الدخول باسم { $account }. يُرسل كل ما على هذا الحاسوب.
sync-signed-out = سُجّل الخروج. كل شيء لا يزال على هذا الحاسوب.

# The form

sync-form-new = إنشاء حساب
sync-form-known = لدي حساب
sync-form-name = اسمك
sync-form-email = عنوان البريد الإلكتروني
sync-form-password = كلمة المرور
sync-form-password-rule = { $count } أحرف أو أكثر
sync-form-other-backend = خادم آخر
sync-form-backend = عنوان الخادم
sync-form-not-signed-in = لم تسجّل الدخول
sync-form-create = إنشاء الحساب
sync-form-sign-in = تسجيل الدخول
sync-form-creating = يُنشأ الحساب…
sync-form-signing-in = يُسجّل الدخول…
sync-form-asking = يُسأل الخادم
sync-form-unchanged = { $message } لم يتغير شيء: حاول من جديد عندما يمكن الوصول إليه.
sync-gap-name = قل ما اسمك، مثل Marta Oak.
sync-gap-email = اكتب عنوانًا كاملًا، مثل marta@example.com.
sync-gap-password-new = اختر كلمة مرور.
sync-gap-password = اكتب كلمة مرورك.
sync-gap-password-short = لكلمة المرور { $count } أحرف أو أكثر: بضع كلمات متتالية مناسبة.
sync-gap-backend = اكتب عنوانه على شكل https://studio.example.com.
sync-gap-backend-plain = هذا العنوان غير مشفر: قد يقرأ آخرون عملك في الطريق. اكتبه مع https.

# How it goes

sync-head-offline = يُرسل ما تعدّله تلقائيًّا عندما يمكن الوصول إلى الخادم من جديد.
sync-head-now = مزامنة الآن
sync-head-syncing = تجري المزامنة…
sync-head-backing-up = يجري النسخ الاحتياطي
sync-head-to-go = بقي: { $things }
sync-head-looking = يُبحث عما كتبته الأجهزة الأخرى

# What waits

sync-pending = على هذا الحاسوب فقط
sync-pending-lead = تعديلات لم تصل إلى الخادم بعد. تُرسل تلقائيًّا، الأقدم أولًا.
sync-list-unread = تعذرت قراءة هذه القائمة
sync-pending-reading = تُقرأ التعديلات المنتظرة
sync-pending-none = لا شيء ينتظر: كل شيء منسوخ احتياطيًّا.
sync-pending-name = { $row } «{ $title }»
sync-pending-at = { $fields }، <time/>
sync-pending-refused = <b>مرفوض.</b> { $why }
sync-pending-no-why = لم يقل الخادم السبب.
sync-pending-waits = ينتظر: { $why }
sync-pending-discard = تجاهل…
sync-pending-ask = تجاهل هذا التعديل؟
sync-pending-ask-text = { $name }: يصبح { $fields } كما هو لدى الخادم. ويضيع ما كُتب هنا.
sync-pending-ask-yes = تجاهله
sync-pending-discarded = أُهمل التعديل.

# Devices

sync-devices = الأجهزة
sync-devices-lead = كل مكان سُجّل فيه الدخول بهذا الحساب.
sync-devices-error = تحتاج قائمة الأجهزة إلى الخادم
sync-devices-reading = تُقرأ أجهزتك
sync-device-this = هذا الحاسوب
sync-device-seen = { $system }، شوهد آخر مرة <time/>
sync-device-revoke = سحب الإذن…
sync-device-revoke-name = سحب إذن { $device }
sync-device-ask = تسجيل خروج { $device }؟
sync-device-ask-text = لن يستقبل أو يرسل شيئًا حتى يُسجَّل الدخول عليه من جديد. ويبقى عليه ما فيه.
sync-device-ask-yes = تسجيل خروجه
sync-device-signed-out = سُجّل خروج { $device }.

# Signing out

sync-out = تسجيل الخروج
sync-out-ask-button = تسجيل الخروج…
sync-out-ask = تسجيل الخروج على هذا الحاسوب؟
sync-out-ask-text = يحتفظ حسابك بما فيه، وتواصل أجهزتك الأخرى عملها كما كانت.
sync-out-what = مصير بيانات هذا الحاسوب
sync-out-keep = إبقاء كل شيء على هذا الحاسوب
sync-out-delete = حذف بيانات هذا الجهاز أيضًا
sync-out-delete-text = تُحذف نهائيًّا مسودات هذا الحاسوب وخدماته ومنشوراته وسجله وإعداداته، ويُلغى ربط المنصات. يبقى ما نُشر في مكانه، وتبقى مقاطع الفيديو على هذا القرص.
sync-out-delete-lost = لم يُنسخ بعد ويضيع معها: { $things }.
sync-out-delete-uploads =
    { $count ->
        [zero] لن تتوقف أي عملية رفع.
        [one] ستتوقف عملية رفع واحدة في الطريق.
        [two] ستتوقف عمليتا رفع في الطريق.
        [few] ستتوقف { $count } عمليات رفع في الطريق.
        [many] ستتوقف { $count } عملية رفع في الطريق.
       *[other] ستتوقف { $count } عملية رفع في الطريق.
    }
sync-out-delete-yes = تسجيل الخروج والحذف
sync-out-no = البقاء مسجّلًا
sync-out-stays = يبقى كل شيء على هذا الحاسوب، ويمكنك متابعة العمل.
sync-out-waits =
    يبقى كل شيء على هذا الحاسوب. { $count ->
        [zero] لا تعديلات تنتظر
        [one] تعديل واحد لم يُنسخ بعد ينتظر
        [two] تعديلان لم يُنسخا بعد ينتظران
        [few] { $count } تعديلات لم تُنسخ بعد تنتظر
        [many] { $count } تعديلًا لم يُنسخ بعد ينتظر
       *[other] { $count } تعديل لم يُنسخ بعد ينتظر
    } هنا حتى تسجّل الدخول من جديد.

# Edited on two devices

sync-conflicts = عُدّل على جهازين
sync-conflicts-lead = تُحفظ النسختان حتى تحسم الأمر. وما تختاره يصل إلى كل جهاز.
sync-conflicts-reading = يُقرأ ما عُدّل على جهازين
sync-conflicts-here = حُفظت النسختان. احسم الأمر متى شئت: لا شيء يتوقف عليه.
sync-conflict-name = { $field }، عُدّل على جهازين
sync-conflict-shown-by = <b>{ $device }</b>، <time/>، معروض
sync-conflict-shown-here = <b>هذا الجهاز</b> معروض
sync-conflict-kept = <b>{ $device }</b>، <time/>، محفوظ
sync-conflict-nothing = لا شيء
sync-conflict-hide = إخفاء
sync-conflict-compare = مقارنة
sync-conflict-use = استخدام هذه
sync-conflict-both = إبقاء الاثنتين مسودتين
sync-conflict-dismiss = صرف النظر
sync-conflict-ask-dismiss = صرف النظر عما كُتب على { $device }؟
sync-conflict-ask-use = استخدام ما كُتب على { $device }؟
sync-conflict-ask-dismiss-text = يبقى { $field } كما تراه الآن على كل جهاز. ولا تُعرض النسخة الأخرى بعد ذلك.
sync-conflict-ask-use-text = يتغير { $field } على كل جهاز. ولا يُعرض ما تراه الآن بعد ذلك.
sync-conflict-ask-dismiss-yes = صرف النظر عنه
sync-conflict-ask-use-yes = استخدامه
sync-conflict-ask-no = ليس بعد
sync-settled-use = { $field }: يُعرض الآن ما كُتب على { $device }.
sync-settled-both-posts = أصبح ما كُتب على { $device } مسودة مستقلة، ضمن المنشورات.
sync-settled-both-home = أصبح ما كُتب على { $device } مسودة مستقلة، في الرئيسية.
sync-settled-dismiss = { $field }: يبقى ما تراه.

# Rows

sync-row-makers = الملف الشخصي
sync-row-services = خدمة
sync-row-connections = اتصال
sync-row-links = رابط
sync-row-drafts = مسودة
sync-row-draft-media = فيديو مسودة
sync-row-publications = نشر
sync-row-deliveries = رفع
sync-row-posts = منشور
sync-row-post-media = صورة منشور
sync-row-videos = فيديو منشور
sync-row-comments = تعليق

# Fields

sync-field-title = العنوان
sync-field-description = الوصف
sync-field-tags = الوسوم
sync-field-video-type = نوع الفيديو
sync-field-targets = وجهته
sync-field-youtube-title = العنوان على YouTube
sync-field-youtube-description = الوصف على YouTube
sync-field-youtube-privacy = من يمكنه المشاهدة على YouTube
sync-field-youtube-kids = مخصص للأطفال
sync-field-youtube-synthetic = صُنع أو عُدّل بالذكاء الاصطناعي، على YouTube
sync-field-youtube-category = الفئة على YouTube
sync-field-youtube-quiet = دون إشعار المشتركين
sync-field-youtube-playlist = قائمة التشغيل
sync-field-tiktok-caption = التعليق على TikTok
sync-field-tiktok-privacy = من يمكنه المشاهدة على TikTok
sync-field-tiktok-comment = التعليقات على TikTok
sync-field-tiktok-duet = الديويتو على TikTok
sync-field-tiktok-stitch = الدمج على TikTok
sync-field-tiktok-commercial = محتوى تجاري على TikTok
sync-field-tiktok-brand = علامتك التجارية، على TikTok
sync-field-tiktok-branded = شراكة مدفوعة، على TikTok
sync-field-tiktok-ai = صُنع بالذكاء الاصطناعي، على TikTok
sync-field-tiktok-inbox = إلى صندوق وارد TikTok
sync-field-tiktok-cover = لحظة الغلاف على TikTok
sync-field-schedule = متى يُنشر
sync-field-youtube-schedule = متى يُرسل إلى YouTube
sync-field-tiktok-schedule = متى يُرسل إلى TikTok
sync-field-name = الاسم
sync-field-bio = نبذة عنك
sync-field-country = البلد
sync-field-price = السعر
sync-field-currency = العملة
sync-field-kind = النوع
sync-field-platform = المنصة
sync-field-address = العنوان على الشبكة
sync-field-text = النص
sync-field-pictures = الصور
sync-field-picture = الصورة
sync-field-alt = وصف الصورة
sync-field-hidden = مخفي
sync-field-position = الموضع في القائمة
sync-field-state = الحالة
sync-field-file = ملف الفيديو
sync-field-facts = بيانات الفيديو
sync-field-changed = وقت التعديل
sync-fields-more = { $count } أخرى

# Values

sync-value-everybody = الجميع
sync-value-link = كل من لديه الرابط
sync-value-you = أنت فقط
sync-value-friends = الأصدقاء
sync-value-followers = المتابعون
sync-value-long = فيديو طويل
sync-value-cover = عند { $time }
sync-value-now = عند الضغط على زر النشر
sync-value-time = { $day } { $year }، { $time }، { $zone }
