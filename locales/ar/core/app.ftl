# What is asked of what there is

app-bad-data-folder = لا يمكن استخدام مجلد البيانات { $folder }. تحقق من وجود مساحة على القرص ومن أنه يمكنك الكتابة فيه.
app-no-data-folder = لا يحدد هذا النظام مجلدًا للبيانات. اضبط MAKER_STUDIO_DATA_DIR وابدأ من جديد.
app-bad-config = لا يمكن قراءة ملف الإعدادات { $file }. صحّحه أو احذفه.
app-no-tls = لا يستطيع هذا الحاسوب إنشاء اتصالات آمنة. تحقق من شهاداته، ثم ابدأ من جديد.
app-data-folder-full = لا يمكن الكتابة في مجلد البيانات. تحقق من المساحة الحرة على القرص ومن الأذونات.
app-no-such-platform = ليس { $platform } جزءًا من هذا الإصدار.
app-bad-zone = لا توجد منطقة زمنية كهذه. اكتبها مثل Africa/Nairobi.
app-bad-language = اختر لغة من القائمة.
app-bad-slots = اختر حتى 50 موعدًا، كل منها يوم من الأسبوع ووقت.
app-bad-place = هذا ليس مكانًا في النافذة.
app-too-many-stills = اطلب مئة صورة على الأكثر في المرة الواحدة.
app-too-many-days = اطلب مئة يوم على الأكثر في المرة الواحدة.
app-this-computer = هذا الحاسوب
app-untitled = بلا عنوان
app-sample-unwritten = لا يمكن كتابة العيّنة. تحقق من المساحة الحرة على القرص.

# Drafts

app-draft-gone = لم تعد مسودته موجودة.
app-upload-under-way = هذا الرفع جارٍ: أوقفه مؤقتًا أو ألغه أولًا.
app-bad-still = لا يمكن حفظ هذه الصورة: ليست صورة JPEG صغيرة.
app-sample = هذه هي العيّنة، ولا يمكن نشرها. اختر فيديو لك مكانها.
app-connect-first = لم يُربط { $platform } بعد: اربطه أولًا.
app-reconnect = لم يعد { $platform } يقبل إذن الوصول: أعد ربطه. تبقى مسودتك.
app-no-right-to-post = رُبط { $platform } دون إذن النشر: أعد ربطه واترك هذا الإذن محددًا.
app-file-elsewhere = الفيديو «{ $file }» على { $device }. انشره من هناك، أو اختر الملف على هذا الحاسوب.
app-file-on-another-device = الفيديو «{ $file }» على جهاز آخر. انشره من هناك، أو اختر الملف على هذا الحاسوب.
app-captions-language = حدد لغة «{ $file }».
app-captions-same = للملف «{ $file }» اللغة نفسها واسم المسار نفسه كما للملف «{ $first }»: لا يقبل YouTube إلا واحدًا من كل منهما. غيّر أحدهما أو أزِله.
app-captions-letters = الملف «{ $file }» غير محفوظ بترميز UTF-8، فستظهر الحروف خاطئة. احفظه بترميز UTF-8 ثم اختره من جديد.
app-extras-not-asked = لم يُطلب من YouTube إذن الترجمات وقوائم التشغيل بعد: اسمح بها ضمن «الارتباطات».
app-file-unread = لا يمكن قراءة هذا الملف. تحقق من أذوناته، أو اختر غيره.

# Publishing

app-agree-first = وافق على شروط TikTok أولًا: تجدها فوق زر النشر.
app-unanswered = بعض الأسئلة بلا جواب بعد: راجع كل منصة.
app-no-more-posts = لا يقبل TikTok المزيد من المنشورات من هذا الحساب حاليًّا. أعد المحاولة لاحقًا، أو ألغِ تحديد TikTok.
app-unreachable = لا يمكن الوصول إلى { $platform } الآن. تحقق من الشبكة، ثم أعد المحاولة.
app-other-file = هذا ملف غير الذي نُشر. اختر ذاك، أو انشر هذا كمسودة جديدة.
app-no-address = ليس لهذا الفيديو عنوان بعد.

# Times

app-time-begun-cancel = بدأ رفعه بوقته الحالي. ألغه لتختار وقتًا آخر.
app-time-begun = بدأ رفعه بوقته الحالي.
app-time-out = لقد نُشر: ما خرج يبقى في مكانه.
app-time-with-platform = الفيديو لدى { $platform } وسيجعله عامًّا تلقائيًّا. لتغيير الوقت افتحه في { $platform } Studio.
app-time-soon = يُرسل في أقرب وقت ممكن.
app-time-ended = لقد انتهى.
app-time-on-its-way = هو في الطريق.
app-together-most = يمكن كتابة { $most } مسودة على الأكثر جنبًا إلى جنب. اختر أقل من ذلك.
app-times-most = يمكن تحديد أوقات { $most } مسودة على الأكثر في المرة الواحدة.
app-no-slots = ليست لديك أوقات خاصة بك بعد. حددها في «الإعدادات»، ثم عد.
app-few-slots = الأوقات الحرة في الأسابيع الثمانية التالية { $free }، وعدد المسودات { $drafts }. ابدأ لاحقًا، أو اختر مسودات أقل.

# Presets, snippets, services, the page

app-presets-most = هناك { $most } إعداد مسبق، وهو أقصى عدد: احذف واحدًا أولًا.
app-preset-there = يوجد إعداد مسبق باسم «{ $name }». اختر اسمًا آخر.
app-snippets-most = هناك { $most } مقتطف، وهو أقصى عدد: احذف واحدًا أولًا.
app-bad-currency = للعملة ثلاثة أحرف. اكتبها مثل EUR أو GHS.
app-bad-country = لا يوجد بلد كهذا. اختر واحدًا من القائمة، أو اكتب حرفيه مثل GH.

# Posts

app-pasted-no-picture = ما لُصق ليس صورة. انسخ صورة والصق من جديد.
app-no-room = للمنشور { $most } صور على الأكثر. أزل واحدة قبل إضافة أخرى.
app-picture-refused = لا يقبل الخادم هذه الصورة. { $why }
app-picture-elsewhere = هذه الصورة على جهاز آخر وليست هنا بعد.

# The library

app-is-draft = هذه مسودة بالفعل: افتحها.
app-draft-has-the-rest = { $why } في المسودة كل ما عدا ذلك.
app-file-unknown = ملفه غير معروف على هذا الحاسوب: اختره في المسودة.
app-picture-unusable = لا يمكن استخدام إحدى صوره: أضفها من جديد.
app-none-have-address = ليس لأي من هذه عنوان بعد.
app-twice = هذا الملف موجود بالفعل { $there }. نشره من جديد يصنع هناك فيديو ثانيًا.
app-and = { $first } و{ $second }

# What was kept of the connections

app-log-unbroken = سليم: كل مدخل كما كُتب، ولا ينقص شيء.
app-log-changed = مكسور عند المدخل { $n }: ليس ما كُتب. غيّره أحد ما أو قرص تالف.
app-log-missing = مكسور عند المدخل { $n }: إنه مفقود. أزاله أحد ما أو قرص تالف.
app-activity-place = لا يمكن حفظ النشاط هناك. اختر مجلدًا آخر.
app-outcome-done = تمّ
app-outcome-started = بدأ
app-outcome-published = نُشر
app-outcome-cancelled = أُلغي
app-outcome-no-answer = لا جواب
app-outcome-refused = رُفض
app-outcome-not-revoked = فُصل هنا؛ تعذّر إبلاغ المنصة
app-outcome-timed-out = لم يُجب أحد في الوقت المحدد
app-outcome-no-network = لا توجد شبكة
app-outcome-keyring = لم يقبل مخزن كلمات المرور المفاتيح
app-outcome-platform-refused = رفضت المنصة

# The rights

app-right-upload = رفع مقاطعك واختيار صورها المصغرة
app-right-channel = رؤية اسم قناتك وحال عمليات الرفع
app-right-captions = إضافة الترجمات، ووضع المقاطع في قوائم التشغيل الخاصة بك
app-right-name = رؤية اسمك وصورتك على TikTok
app-right-handle = رؤية ‎@اسمك لتكون روابط منشوراتك صحيحة
app-right-post = نشر مقاطع فيديو على حسابك
app-right-inbox = إرسال مقاطع فيديو إلى صندوق وارد TikTok
app-right-list = رؤية عنوان منشوراتك العامة وصورتها
app-right-use = استخدام حسابك

# The receipt

app-receipt-unwritten = لا يمكن كتابة هذا الإيصال. أعد المحاولة.
app-receipt-place = لا يمكن حفظ الإيصال هناك. اختر مجلدًا آخر.
app-receipt-stayed = بقي «{ $file }» في مكانه. لم تُصنع منه نسخة، لا هنا ولا على خادم لنا.
app-receipt-keep-published = نحتفظ بالعنوان الذي أعطاه { $platform } وبهذا الإيصال وبصورة صغيرة.
app-receipt-keep-open = نحتفظ بالمنشور وبمدى تقدم الرفع وبصورة صغيرة.

# Put together

app-both = { $first }؛ { $second }
app-there-since = على { $platform } منذ { $day } { $month } { $year }
app-file-trouble = «{ $file }»: { $why }
