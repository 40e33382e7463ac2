# What `maker` says on a terminal; the usage texts are English (decision 0030)

cli-named = { $name }: { $what }
cli-no-data-folder = لا يحدد هذا النظام مجلدًا للبيانات. حدده بـ⁨--data-dir⁩.
cli-deleted = حُذف. يعيده { $command }.
cli-deleted-for-days = حُذف. يعيده { $command } خلال ثلاثين يومًا.
cli-is-back = عاد.
cli-no-id =
    { $of ->
        [calendar] هذا ليس معرّفًا. يعرض ⁨`maker calendar`⁩ المعرّفات.
        [delivery] هذا ليس معرّف عملية رفع. يعرض ⁨`maker queue`⁩ المعرّفات.
        [device] هذا ليس معرّف جهاز. يعرض ⁨`maker account devices`⁩ المعرّفات.
        [draft] هذا ليس معرّف مسودة. يعرض ⁨`maker drafts`⁩ المعرّفات.
        [entry] هذا ليس معرّف عنصر. يعرض ⁨`maker library`⁩ المعرّفات.
        [link] هذا ليس معرّف رابط. يعرض ⁨`maker links`⁩ المعرّفات.
        [post] هذا ليس معرّف منشور. يعرض ⁨`maker posts`⁩ المعرّفات.
        [row] هذا ليس معرّف صف. يعرض ⁨`maker sync conflicts`⁩ المعرّفات.
        [service] هذا ليس معرّف خدمة. يعرض ⁨`maker services`⁩ المعرّفات.
        [snippet] هذا ليس معرّف مقتطف. يعرض ⁨`maker snippets`⁩ المعرّفات.
        [step] هذا ليس معرّف خطوة. يعرض ⁨`maker queue --json`⁩ المعرّفات.
       *[version] هذا ليس معرّف نسخة. يعرض ⁨`maker drafts versions`⁩ المعرّفات.
    }
cli-pictures =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }

# Deliveries, and waiting for them

cli-queue-empty = لا شيء في الطريق. يبدأ ⁨`maker publish FILE --to youtube --title ...`⁩ عملية رفع.
cli-nothing-waits = لا شيء ينتظر الاستئناف.
cli-stopped-here = توقف هنا. ما أُرسل محفوظ: يتابع ⁨`maker resume`⁩ أو النافذة.
cli-late = (متأخر { $minutes } د: لم يكن هذا الحاسوب يعمل)
cli-waiting =
    { $why ->
        [turn] ينتظر دوره
        [network] ينتظر الشبكة
        [metered] ينتظر شبكة غير محدودة البيانات
        [platform] { $platform } مشغول؛ تُعاد المحاولة
        [quota] استُنفدت حصة اليوم
       *[account] بلغ هذا الحساب حدّه اليومي
    }
cli-waiting-until =
    { $why ->
        [turn] ينتظر دوره؛ يُستأنف تلقائيًّا عند { $time }
        [network] ينتظر الشبكة؛ يُستأنف تلقائيًّا عند { $time }
        [metered] ينتظر شبكة غير محدودة البيانات؛ يُستأنف تلقائيًّا عند { $time }
        [platform] { $platform } مشغول؛ تُعاد المحاولة تلقائيًّا عند { $time }
        [quota] استُنفدت حصة اليوم؛ يُستأنف تلقائيًّا عند { $time }
       *[account] بلغ هذا الحساب حدّه اليومي؛ يُستأنف تلقائيًّا عند { $time }
    }
cli-goes-at = يُرسل عند { $time }؛ يجب أن يكون هذا الحاسوب يعمل حينها، مع النافذة أو ⁨`maker resume`⁩
cli-preparing = جارٍ التحضير
cli-uploading = جارٍ الرفع، { $percent }%
cli-working = يعمل { $platform } عليه
cli-awaiting-address = نُشر؛ بانتظار أن يعطي { $platform } عنوانه
cli-scheduled = وصل إلى { $platform } وهو خاص، ويصبح عامًّا عند { $time }
cli-in-inbox = بانتظارك في TikTok
cli-published = منشور
cli-posted-private = نُشر؛ لا يعطي { $platform } عنوانًا للمنشورات الخاصة. ملفك الشخصي:
cli-paused = متوقف مؤقتًا
cli-cancelled = ملغى
cli-unconfirmed = نتحقق لدى { $platform } من وصوله؛ لن يُرسل شيء مرتين
cli-pace-seconds = { $speed } م.ب/ث، نحو { $left } ث
cli-pace-minutes = { $speed } م.ب/ث، نحو { $left } د
cli-step-done = تمّ
cli-step-to-do = لم يتم بعد
cli-step-until = يُستأنف تلقائيًّا عند { $time }
cli-step-needs-you = يحتاج إليك

# Publishing

cli-terms = يريد TikTok موافقتك: بالنشر توافق على تأكيد استخدام الموسيقى من TikTok. (⁨--yes-tiktok-terms⁩)
cli-answered-by = { $what } ({ $flag })
cli-flag-either = { $flag } أو { $other }
cli-flag-or-neither = { $flags } أو لا شيء منهما
cli-flag-or-without = { $flag }، أو من دونه
cli-flag-after = { $flag }، بعد { $command }

# The receipt

cli-receipt-of = { $title } إلى { $platform }
cli-receipt-label =
    { $of ->
        [file] الملف
        [sent] أُرسل إلى
        [queued] في الطابور
        [first-byte] أول بايت
        [received] وصل
       *[published] نُشر
    }
cli-receipt-file =
    { $file } ({ $bytes ->
        [zero] { $bytes } بايت
        [one] { $bytes } بايت
        [two] { $bytes } بايت
        [few] { $bytes } بايت
        [many] { $bytes } بايت
       *[other] { $bytes } بايت
    })
cli-receipt-sent =
    { $host }: { $bytes ->
        [zero] { $bytes } بايت
        [one] { $bytes } بايت
        [two] { $bytes } بايت
        [few] { $bytes } بايت
        [many] { $bytes } بايت
       *[other] { $bytes } بايت
    } في { $requests ->
        [zero] { $requests } طلب
        [one] طلب واحد
        [two] طلبين
        [few] { $requests } طلبات
        [many] { $requests } طلبًا
       *[other] { $requests } طلب
    }

# The calendar

cli-calendar-empty = لا شيء له وقت بعد. يعطيه وقتًا ⁨`maker draft FILE --at "2026-12-01 18:00"`⁩.
cli-no-time = «{ $text }» ليس وقتًا. اكتبه مثل ⁨2026-12-01 18:00⁩، وبعده Europe/Paris لمكان آخر.
cli-calendar-state =
    { $state ->
        [draft] مسودة
        [published] منشور
        [waiting] في الانتظار
        [scheduled] لدى المنصة، خاص حتى ذلك الحين
       *[other] انظر ⁨`maker queue`⁩
    }

# Uploads, videos

cli-uploads =
    { $files ->
        [zero] لا ملفات في آن واحد
        [one] ملف واحد في كل مرة
        [two] ملفان في آن واحد
        [few] { $files } ملفات في آن واحد
        [many] { $files } ملفًا في آن واحد
       *[other] { $files } ملف في آن واحد
    }، { $limit ->
        [none] بلا حد للسرعة
       *[some] { $kilobytes } ك.ب في الثانية
    }{ $parts ->
        [none] {""}
       *[some] ؛ { $hours ->
            [zero] لا ساعات من اليوم لها حدها الخاص
            [one] فترة واحدة من اليوم لها حدها الخاص
            [two] فترتان من اليوم لهما حدهما الخاص
            [few] { $hours } فترات من اليوم لها حدها الخاص
            [many] { $hours } فترة من اليوم لها حدها الخاص
           *[other] { $hours } فترة من اليوم لها حدها الخاص
        }
    }؛ الحاسوب أثناء الرفع { $awake ->
        [yes] يبقى مستيقظًا
       *[no] قد ينتقل إلى السكون
    }{ $metered ->
        [waits] ؛ لا يُرسل شيء على شبكة محدودة البيانات
       *[sends] {""}
    }
cli-numbers-read =
    قُرئت مشاهدات وإعجابات { $count ->
        [zero] { $count } مقطع فيديو
        [one] مقطع فيديو واحد
        [two] مقطعَي فيديو
        [few] { $count } مقاطع فيديو
        [many] { $count } مقطع فيديو
       *[other] { $count } مقطع فيديو
    }.
cli-views =
    { $count ->
        [zero] لا مشاهدات
        [one] مشاهدة واحدة
        [two] مشاهدتان
        [few] { $count } مشاهدات
        [many] { $count } مشاهدة
       *[other] { $count } مشاهدة
    }
cli-likes =
    { $count ->
        [zero] لا إعجابات
        [one] إعجاب واحد
        [two] إعجابان
        [few] { $count } إعجابات
        [many] { $count } إعجابًا
       *[other] { $count } إعجاب
    }
cli-views-and-likes = { $views }، { $likes }
cli-numbers-as-of = { $numbers }، كما كان { $time }

# Connections

cli-waiting-for-browser = بانتظار متصفحك. إن لم يُفتح، فاذهب إلى:
cli-open-address = افتح هذا العنوان في متصفح وسجّل الدخول:
cli-sign-in-lost = انتهى تسجيل الدخول دون جواب. ابدأه من جديد.
cli-do-it-here = يمكنك فعل ذلك هنا:
cli-not-connected = غير مرتبط
cli-must-sign-in = يجب أن يسجّل { $account } الدخول من جديد
cli-connected = مرتبط باسم { $account }

# Drafts, and what was deleted

cli-drafts-empty = لا مسودات. ينشئ ⁨`maker draft FILE`⁩ واحدة.
cli-draft-added = أُضيفت المسودة
cli-version = حتى { $until }، ثم: { $line }
cli-version-elsewhere = حتى { $until }، ثم، على جهاز آخر: { $line }
cli-one-version = لم تتغير قط: هناك نسخة واحدة، هي الحالية.
cli-says-again = تقول من جديد ما كانت تقوله حينها. وما كانت تقوله حتى الآن نسخة أيضًا: { $command }.
cli-deleted-empty = لم يُحذف شيء في الأيام الثلاثين الأخيرة.
cli-deleted-until = حتى { $time }
cli-deleted-kind =
    { $kind ->
        [draft] مسودة
        [post-draft] منشور قيد الكتابة
        [post] منشور
        [service] خدمة
       *[link] رابط
    }
cli-deleted-gone = لا يوجد شيء كهذا. يعرض ⁨`maker deleted`⁩ ما يمكن استعادته.
cli-titled-is-back = عاد «{ $title }».

# The library

cli-library-more = هناك المزيد: اطلبه بـ⁨--limit⁩، أو اطلب أقل بكلمات ومرشِّحات.
cli-library-some = بعض هذه لم يكن في المكتبة.
cli-library-taken-out =
    { $count ->
        [zero] لم يُزل أي عنصر
        [one] أُزيل عنصر واحد
        [two] أُزيل عنصران
        [few] أُزيلت { $count } عناصر
        [many] أُزيل { $count } عنصرًا
       *[other] أُزيل { $count } عنصر
    }. تبقى مقاطع الفيديو على منصاتها. يعيد ⁨`maker library restore ID`⁩ ما أُزيل.
cli-library-back =
    { $count ->
        [zero] لم يعد أي عنصر
        [one] عاد عنصر واحد
        [two] عاد عنصران
        [few] عادت { $count } عناصر
        [many] عاد { $count } عنصرًا
       *[other] عاد { $count } عنصر
    }.
cli-library-draft = مسودة جديدة: أكملها في النافذة.
cli-library-post = منشور جديد قيد الكتابة: أكمله في النافذة.
cli-library-kind =
    { $kind ->
        [video] فيديو
        [post] منشور
       *[draft] مسودة
    }
cli-library-file = الملف: { $file }
cli-library-delivery = عملية الرفع
cli-library-state =
    { $state ->
        [waiting] في الانتظار
        [preparing] جارٍ التحضير
        [uploading] جارٍ الرفع
        [processing] قيد المعالجة
        [published] منشور
        [needs-attention] يحتاج إليك
        [failed] لم يُنشر
        [paused] متوقف مؤقتًا
        [cancelled] ملغى
       *[unconfirmed] وصوله غير مؤكد
    }

# What the connections were used for

cli-activity-more = هناك المزيد: اطلبه بـ⁨--limit⁩، أو اطلب أقل بـ⁨--search⁩ و⁨--since⁩.
cli-activity-looked =
    { $count ->
        [zero] لم يُفحص أي قيد
        [one] فُحص قيد واحد
        [two] فُحص قيدان
        [few] فُحصت { $count } قيود
        [many] فُحص { $count } قيدًا
       *[other] فُحص { $count } قيد
    }.
cli-activity-use =
    { $action ->
        [connect] تسجيل الدخول
        [refresh] جُدِّد الإذن
        [upload] الرفع
        [thumbnail] الصورة المصغرة
        [captions] الترجمة النصية
        [playlist] قائمة التشغيل
        [read] قراءة
       *[revoke] أُعيدت الحقوق
    }

# The page: posts, services, the profile

cli-posts-unfinished =
    قيد الكتابة: { $count ->
        [zero] لا منشورات
        [one] منشور واحد. أكمله
        [two] منشوران. أكملهما
        [few] { $count } منشورات. أكملها
        [many] { $count } منشورًا. أكملها
       *[other] { $count } منشور. أكملها
    } في النافذة.
cli-posts-alts =
    الصور: { $pictures ->
        [zero] لا شيء
        [one] واحدة
        [two] اثنتان
        [few] { $pictures }
        [many] { $pictures }
       *[other] { $pictures }
    }، والأوصاف: { $descriptions ->
        [zero] لا شيء
        [one] واحد
        [two] اثنان
        [few] { $descriptions }
        [many] { $descriptions }
       *[other] { $descriptions }
    }. أعط ⁨--alt⁩ لكل ⁨--image⁩ بالترتيب نفسه؛ و⁨""⁩ حيث لا وصف.
cli-service-lacks = تحتاج الخدمة إلى عنوان وسعر. أعط ⁨--title TEXT⁩ و⁨--price 24.50⁩.
cli-service-unfinished = { $missing } وحتى ذلك الحين ليست على صفحتك.
cli-service-off = ليست على صفحتك
cli-no-country = لا يوجد بلد كهذا. اكتب اسمه، أو حرفيه مثل GH.
cli-profile-picture = توجد صورة بجانب اسمك.

# Presets

cli-no-preset = لا يوجد إعداد مسبق كهذا. يعرض ⁨`maker presets`⁩ الموجود منها.
cli-preset-put-on = طُبّق { $preset }
cli-preset-some-gone = بعض هذه المسودات منشور أو محذوف. يعرض ⁨`maker drafts`⁩ الموجود منها.
cli-preset-usual = تبدأ المسودات الجديدة بـ{ $preset }.
cli-preset-none = تبدأ المسودات الجديدة بلا إعداد مسبق.
cli-preset-is-usual = تبدأ به المسودات الجديدة

# The account, and keeping devices in step

cli-password = كلمة المرور، في سطر واحد من الدخل القياسي:
cli-password-unread = تعذرت قراءة كلمة المرور.
cli-no-password = لا كلمة مرور في الدخل القياسي.
cli-this-device = (هذا الجهاز)
cli-sync-refused = المرفوض: { $count }؛ يعرض ⁨`maker sync status --edits`⁩ السبب.
cli-sync-conflicts = المعدَّل على جهازين: { $count }؛ يعرضه ⁨`maker sync conflicts`⁩.
cli-sync-edit =
    { $stands ->
        [refused] مرفوض
       *[waits] ينتظر
    }
cli-sync-conflict = { $title }: يعرض { $field }‏ { $value }
cli-sync-kept = من { $device } في { $time }: { $value }
cli-sync-both = حُفظت النسختان: المسودة الثانية هي { $draft }.
cli-sync-settled = حُسم الأمر.

# Data in and out

cli-export-missing =
    { $count ->
        [zero] لا صور على جهاز آخر وحده
        [one] صورة واحدة على جهاز آخر وحده وليست فيه
        [two] صورتان على جهاز آخر وحده وليستا فيه
        [few] { $count } صور على جهاز آخر وحده وليست فيه
        [many] { $count } صورة على جهاز آخر وحده وليست فيه
       *[other] { $count } صورة على جهاز آخر وحده وليست فيه
    }.
cli-exported =
    { $rows ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفان
        [few] { $rows } صفوف
        [many] { $rows } صفًّا
       *[other] { $rows } صف
    } و{ $pictures ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $pictures } صور
        [many] { $pictures } صورة
       *[other] { $pictures } صورة
    } في { $folder }.
cli-import-kind = حدد ما صفوف هذا الملف: ⁨--kind services⁩ أو ⁨--kind drafts⁩.
cli-import-open =
    { $count ->
        [zero] لا عمليات رفع لم تنته
        [one] عملية رفع واحدة لم تنته
        [two] عمليتا رفع لم تنتهيا
        [few] { $count } عمليات رفع لم تنته
        [many] { $count } عملية رفع لم تنته
       *[other] { $count } عملية رفع لم تنته
    } هناك: يعرضها ⁨`maker queue`⁩.
cli-imported =
    أُخذ منه: { $rows ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفان
        [few] { $rows } صفوف
        [many] { $rows } صفًّا
       *[other] { $rows } صف
    } و{ $pictures ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $pictures } صور
        [many] { $pictures } صورة
       *[other] { $pictures } صورة
    }.
cli-rows-found =
    يمكن إضافته: { $good }، موجود هنا: { $already ->
        [zero] لا شيء
        [one] واحد
        [two] اثنان
        [few] { $already }
        [many] { $already }
       *[other] { $already }
    }، لا يمكن إضافته: { $bad }.
cli-rows-added =
    أُضيف: { $added }، كان هنا: { $already ->
        [zero] لا شيء
        [one] واحد
        [two] اثنان
        [few] { $already }
        [many] { $already }
       *[other] { $already }
    }، تُرك: { $bad }.
cli-rows-ignored = لا معنى لهذه الأعمدة هنا: { $columns }.
cli-rows-row = الصف { $row }: { $what }
cli-rows-cell = الصف { $row }، { $column }: { $what }
cli-rows-more =
    وكذلك { $count ->
        [zero] لا صفوف أخرى
        [one] صف آخر لا يمكن إضافته
        [two] صفان آخران لا يمكن إضافتهما
        [few] { $count } صفوف أخرى لا يمكن إضافتها
        [many] { $count } صفًّا آخر لا يمكن إضافتها
       *[other] { $count } صف آخر لا يمكن إضافتها
    }.
cli-backed-up =
    { $bytes ->
        [zero] { $bytes } بايت
        [one] { $bytes } بايت
        [two] { $bytes } بايت
        [few] { $bytes } بايت
        [many] { $bytes } بايت
       *[other] { $bytes } بايت
    } مع { $pictures ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتين
        [few] { $pictures } صور
        [many] { $pictures } صورة
       *[other] { $pictures } صورة
    } في { $file }.
cli-restore-waits = النسخة الاحتياطية مفحوصة وجاهزة. أغلق Maker Studio في كل مكان: تحل محل قاعدة البيانات عند التشغيل التالي.
cli-restored = النسخة الاحتياطية في مكانها. ما كان هناك من قبل في { $kept }.
