together-unread = تعذرت قراءة المسودات
together-reading = تُقرأ المسودات
together-close = إغلاق مع الحفظ
together-empty = لا شيء للكتابة جنبًا إلى جنب
together-empty-text = أضف عدة مقاطع فيديو دفعة واحدة، أو حدد مسودات في الصفحة الرئيسية: تأتي في جدول واحد، مع إعدادات وأوقات لها كلها.
together-for-all = لها كلها
together-drafts =
    { $count ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $count } مسودات
        [many] { $count } مسودة
       *[other] { $count } مسودة
    }
together-drafts-selected =
    { $count ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] { $count } مسودات
        [many] { $count } مسودة
       *[other] { $count } مسودة
    }، المحدد منها { $selected }

# The table

together-table = مسودات جنبًا إلى جنب
together-column-picture = الصورة
together-column-title = العنوان
together-column-description = الوصف
together-column-tags = الوسوم
together-column-platforms = المنصات
together-column-time = الوقت
together-column-ai = بالذكاء الاصطناعي
together-column-state = الحالة
together-picture-of = صورة { $title }
together-cell-of = { $column }: { $title }
together-untitled = بلا عنوان
together-none = بلا منصة
together-now = الآن
together-and = و
together-empty-cell = فارغ
together-not-answered = بلا إجابة
together-on-publish = عند النشر
together-another-time = يختلف حسب المنصة
together-youtube-asks = هذا سؤال من YouTube، وهو غير محدد.
together-copied =
    { $count ->
        [zero] لم يُنسخ شيء.
        [one] نُسخت.
        [two] نُسخت خليتان.
        [few] نُسخت { $count } خلايا.
        [many] نُسخت { $count } خلية.
       *[other] نُسخت { $count } خلية.
    }
together-wrong-platforms = اكتب YouTube أو TikTok أو كليهما وبينهما فاصلة.
together-wrong-time = اكتبه مثل { $example }.
together-wrong-ai = اكتب نعم أو لا.

# How a draft stands

together-ready = جاهزة
together-saving = جارٍ الحفظ…
together-not-saved = لم تُحفظ. { $why }
together-not-published = لم تُنشر. { $why }
together-things =
    { $count ->
        [zero] لا إجابات مطلوبة
        [one] إجابة واحدة مطلوبة
        [two] إجابتان مطلوبتان
        [few] { $count } إجابات مطلوبة
        [many] { $count } إجابة مطلوبة
       *[other] { $count } إجابة مطلوبة
    }. { $first }
together-agree = افتحها للموافقة على شروط TikTok

# For all of them, or for what is selected

together-settings = الإعدادات
together-settings-all =
    { $count ->
        [zero] إعدادات لها كلها
        [one] إعدادات لها
        [two] إعدادات لهما
        [few] إعدادات لها كلها ({ $count })
        [many] إعدادات لها كلها ({ $count })
       *[other] إعدادات لها كلها ({ $count })
    }
together-settings-selected = إعدادات للمحدد منها ({ $count })
together-put-all =
    { $count ->
        [zero] تطبيق عليها كلها
        [one] تطبيق عليها
        [two] تطبيق عليهما
        [few] تطبيق عليها كلها ({ $count })
        [many] تطبيق عليها كلها ({ $count })
       *[other] تطبيق عليها كلها ({ $count })
    }
together-put-selected = تطبيق على المحدد منها ({ $count })
together-keep = حفظ كإعداد مسبق
together-keep-name = اسمه
together-kept = حُفظ { $name } كإعداد مسبق.
together-times = الأوقات
together-times-all =
    { $count ->
        [zero] أوقات لها كلها
        [one] وقت لها
        [two] وقتان لهما
        [few] أوقات لها كلها ({ $count })
        [many] أوقات لها كلها ({ $count })
       *[other] أوقات لها كلها ({ $count })
    }
together-times-selected = أوقات للمحدد منها ({ $count })
together-give-all =
    { $count ->
        [zero] تحديد وقت لها كلها
        [one] تحديد وقت لها
        [two] تحديد وقت لكل منهما
        [few] تحديد وقت لكل منها ({ $count })
        [many] تحديد وقت لكل منها ({ $count })
       *[other] تحديد وقت لكل منها ({ $count })
    }
together-give-selected = تحديد وقت لكل محدد منها ({ $count })
together-times-first = تُرسل الأولى
together-times-then = ثم
together-times-every-hours = كل
together-times-every-days = كل
together-times-apart = عدد الساعات أو الأيام بينها
together-times-hours = ساعة
together-times-days = يوم، في الوقت نفسه
together-times-own = في أوقاتي الخاصة
together-times-number = اكتب عددًا من 1 إلى { $most }.
together-times-free = في أوقاتك الخاصة التي لا يُرسل فيها شيء بعد، بحسب منطقتك الزمنية.
together-times-none = لم تحدد أوقاتًا خاصة بك بعد.
together-times-yours = أوقاتك

# What was done

together-changed-title = عُدِّل العنوان.
together-changed-description = عُدِّل الوصف.
together-changed-tags = عُدِّلت الوسوم.
together-changed-platforms = عُدِّلت المنصات.
together-changed-time = عُدِّل الوقت.
together-changed-ai = عُدِّلت الإجابة عن الذكاء الاصطناعي.
together-pasted =
    { $count ->
        [zero] لم يُلصق في أي مسودة.
        [one] لُصق في مسودة واحدة.
        [two] لُصق في مسودتين.
        [few] لُصق في { $count } مسودات.
        [many] لُصق في { $count } مسودة.
       *[other] لُصق في { $count } مسودة.
    }
together-left-out =
    { $count ->
        [zero] لم يُترك أي سطر.
        [one] تُرك سطر واحد زائد على عدد المسودات.
        [two] تُرك سطران زائدان على عدد المسودات.
        [few] تُركت { $count } أسطر زائدة على عدد المسودات.
        [many] تُرك { $count } سطرًا زائدًا على عدد المسودات.
       *[other] تُرك { $count } سطر زائد على عدد المسودات.
    }
together-nothing-above = لا شيء فوقها.
together-filled =
    { $count ->
        [zero] لم تُملأ أي خلية.
        [one] مُلئت خلية واحدة.
        [two] مُلئت خليتان.
        [few] مُلئت { $count } خلايا.
        [many] مُلئت { $count } خلية.
       *[other] مُلئت { $count } خلية.
    }
together-emptied =
    { $count ->
        [zero] لم تُفرغ أي خلية.
        [one] أُفرغت خلية واحدة.
        [two] أُفرغت خليتان.
        [few] أُفرغت { $count } خلايا.
        [many] أُفرغت { $count } خلية.
       *[other] أُفرغت { $count } خلية.
    }
together-given =
    { $count ->
        [zero] لم يُحدد وقت لأي مسودة.
        [one] حُدد وقت لمسودة واحدة.
        [two] حُدد وقت لمسودتين.
        [few] حُدد وقت لـ{ $count } مسودات.
        [many] حُدد وقت لـ{ $count } مسودة.
       *[other] حُدد وقت لـ{ $count } مسودة.
    }
together-put-settings =
    { $count ->
        [zero] لم تُطبق الإعدادات على أي مسودة.
        [one] طُبقت الإعدادات على مسودة واحدة.
        [two] طُبقت الإعدادات على مسودتين.
        [few] طُبقت الإعدادات على { $count } مسودات.
        [many] طُبقت الإعدادات على { $count } مسودة.
       *[other] طُبقت الإعدادات على { $count } مسودة.
    }
together-put-preset =
    { $count ->
        [zero] لم يُطبق { $name } على أي مسودة.
        [one] طُبق { $name } على مسودة واحدة.
        [two] طُبق { $name } على مسودتين.
        [few] طُبق { $name } على { $count } مسودات.
        [many] طُبق { $name } على { $count } مسودة.
       *[other] طُبق { $name } على { $count } مسودة.
    }
together-not-all-saved = لم يُحفظ كل شيء بعد. حاول من جديد.
together-undone = تم التراجع: { $what }
together-redone = أُعيد: { $what }
together-undo-none = لا شيء آخر للتراجع عنه.
together-redo-none = لا شيء آخر لإعادته.

# Publishing

together-unanswered =
    { $count ->
        [zero] لا مسودات تحتاج إلى إجابات.
        [one] مسودة واحدة تحتاج إلى إجابات.
        [two] مسودتان تحتاجان إلى إجابات.
        [few] { $count } مسودات تحتاج إلى إجابات.
        [many] { $count } مسودة تحتاج إلى إجابات.
       *[other] { $count } مسودة تحتاج إلى إجابات.
    }
together-to-tiktok =
    { $count ->
        [zero] لا مسودات تُرسل إلى TikTok.
        [one] مسودة واحدة تُرسل إلى TikTok، الذي يطلب موافقتك على كل منشور: افتحها لتوافق.
        [two] مسودتان تُرسلان إلى TikTok، الذي يطلب موافقتك على كل منشور: افتح كلًّا منهما لتوافق.
        [few] { $count } مسودات تُرسل إلى TikTok، الذي يطلب موافقتك على كل منشور: افتح كلًّا منها لتوافق.
        [many] { $count } مسودة تُرسل إلى TikTok، الذي يطلب موافقتك على كل منشور: افتح كلًّا منها لتوافق.
       *[other] { $count } مسودة تُرسل إلى TikTok، الذي يطلب موافقتك على كل منشور: افتح كلًّا منها لتوافق.
    }
together-all-answered = أُجيب عن كل شيء.
together-handing-over = جارٍ التسليم…
together-none-ready = لا مسودة جاهزة للنشر
together-publish-all =
    { $count ->
        [zero] لا شيء للنشر
        [one] نشرها
        [two] نشرهما
        [few] نشرها كلها ({ $count })
        [many] نشرها كلها ({ $count })
       *[other] نشرها كلها ({ $count })
    }
together-publish-ready =
    { $count ->
        [zero] لا شيء للنشر
        [one] نشر الجاهزة منها
        [two] نشر الجاهزتين منها
        [few] نشر الجاهزة منها ({ $count })
        [many] نشر الجاهزة منها ({ $count })
       *[other] نشر الجاهزة منها ({ $count })
    }
together-gone =
    { $count ->
        [zero] لم تُرسل أي مسودة.
        [one] مسودة واحدة في الطريق.
        [two] مسودتان في الطريق.
        [few] { $count } مسودات في الطريق.
        [many] { $count } مسودة في الطريق.
       *[other] { $count } مسودة في الطريق.
    }
together-scheduled =
    { $count ->
        [zero] لم تُجدول أي مسودة.
        [one] جُدولت مسودة واحدة: تجدها في تقويمك.
        [two] جُدولت مسودتان: تجدهما في تقويمك.
        [few] جُدولت { $count } مسودات: تجدها في تقويمك.
        [many] جُدولت { $count } مسودة: تجدها في تقويمك.
       *[other] جُدولت { $count } مسودة: تجدها في تقويمك.
    }
together-still-here =
    { $count ->
        [zero] لا مسودات تنتظر هنا.
        [one] لا تزال مسودة واحدة تنتظر هنا.
        [two] لا تزال مسودتان تنتظران هنا.
        [few] لا تزال { $count } مسودات تنتظر هنا.
        [many] لا تزال { $count } مسودة تنتظر هنا.
       *[other] لا تزال { $count } مسودة تنتظر هنا.
    }
