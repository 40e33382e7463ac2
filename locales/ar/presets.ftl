presets-title = الإعدادات المسبقة
presets-text = إعدادات تختارها مرارًا، محفوظة باسم.
presets-list = إعداداتك المسبقة
presets-unread = تعذرت قراءة إعداداتك المسبقة
presets-reading = تُقرأ إعداداتك المسبقة
presets-none = لا شيء بعد. يجيب الإعداد المسبق لمقاطع فيديو كثيرة عمّا يسأل عنه YouTube: من يمكنه المشاهدة، وهل هو مخصص للأطفال، وما فئته. يُطبَّق على مسودة واحدة أو أكثر، ويمكن أن تبدأ به المسودات الجديدة.
presets-new = إعداد مسبق جديد
presets-new-of-draft = حفظ إعدادات هذه المسودة باسم
presets-new-hint = مثلًا: Shorts، عام
presets-make = إنشاء
presets-keep = حفظ
presets-kept = حُفظ { $name }.
presets-delete = حذف { $name }
presets-deleted = حُذف { $name }. تبقى المسودات كما هي.
presets-usual = المسودات الجديدة<hidden>: تبدأ بـ{ $name }</hidden>
presets-usual-set = تبدأ المسودات الجديدة بـ{ $name }.
presets-usual-none = تبدأ المسودات الجديدة بلا إعداد مسبق.
presets-tiktok-asks = يريد TikTok أن يُختار جمهوره وخياراته وإفصاحه وموافقتك لكل منشور: لا يحفظها أي إعداد مسبق.
presets-ai-asks = ويُسأل عن كل فيديو أيضًا هل صُنع بالذكاء الاصطناعي.

# The menu on what is being written

presets-menu = الإعدادات المسبقة
presets-use = استخدام إعداد مسبق
presets-keep-these = حفظ هذه الإعدادات كإعداد مسبق…
presets-manage = الإعدادات المسبقة…

# The settings

presets-name = الاسم
presets-unset = كما في كل مسودة
presets-targets = وجهته
presets-privacy = من يمكنه المشاهدة على YouTube
presets-kids = مخصص للأطفال
presets-category = الفئة على YouTube
presets-notify = إعلام المشتركين
presets-tiktok = إلى TikTok
presets-tiktok-post = كمنشور
presets-tiktok-inbox = إلى صندوق الوارد لإكماله هناك
presets-playlist = قائمة التشغيل على YouTube: { $title }
presets-playlist-leave-out = إزالتها

# What a preset says, in a line

presets-says-nothing = لا يقول شيئًا بعد
presets-says-kids = مخصص للأطفال
presets-says-not-kids = غير مخصص للأطفال
presets-says-quiet = دون إشعار المشتركين
presets-says-playlist = قائمة التشغيل { $title }
presets-says-inbox = إلى صندوق وارد TikTok
