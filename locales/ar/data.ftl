# Out, in, and back

data-not-exported = تعذر التصدير
data-exported = صُدّر كل شيء
data-exported-text =
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
data-exported-missing =
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
    } في { $folder }. { $missing ->
        [zero] لا صور على جهاز آخر وحده.
        [one] صورة واحدة على جهاز آخر وحده وليست فيه.
        [two] صورتان على جهاز آخر وحده وليستا فيه.
        [few] { $missing } صور على جهاز آخر وحده وليست فيه.
        [many] { $missing } صورة على جهاز آخر وحده وليست فيه.
       *[other] { $missing } صورة على جهاز آخر وحده وليست فيه.
    }
data-not-imported = لم يُؤخذ هذا التصدير
data-imported = وصل التصدير
data-imported-text =
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
data-imported-open =
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
    }. { $open ->
        [zero] اكتملت هناك كل عمليات الرفع.
        [one] لم تكتمل هناك عملية رفع واحدة. تعرضها الصفحة الرئيسية: لا يُرسل شيء قبل أن تنظر.
        [two] لم تكتمل هناك عمليتا رفع. تعرضهما الصفحة الرئيسية: لا يُرسل شيء قبل أن تنظر.
        [few] لم تكتمل هناك { $open } عمليات رفع. تعرضها الصفحة الرئيسية: لا يُرسل شيء قبل أن تنظر.
        [many] لم تكتمل هناك { $open } عملية رفع. تعرضها الصفحة الرئيسية: لا يُرسل شيء قبل أن تنظر.
       *[other] لم تكتمل هناك { $open } عملية رفع. تعرضها الصفحة الرئيسية: لا يُرسل شيء قبل أن تنظر.
    }
data-not-backed-up = لم تُكتب النسخة الاحتياطية
data-backed-up = كُتبت النسخة الاحتياطية وفُحصت
data-backed-up-text = { $size } في { $file }.
data-backed-up-pictures =
    { $size } { $count ->
        [zero] بلا صور
        [one] مع صورة واحدة
        [two] مع صورتين
        [few] مع { $count } صور
        [many] مع { $count } صورة
       *[other] مع { $count } صورة
    } في { $file }.
data-no-backup = لا يمكن استعادة هذا الملف
data-not-restored = تعذر تجهيز النسخة الاحتياطية
data-not-deleted = لم يُحذف شيء

# Long work, and how far it is

data-work-export = جارٍ التصدير…
data-work-import = يُؤخذ التصدير…
data-work-backup = جارٍ النسخ الاحتياطي…
data-work-look = تُفحص النسخة الاحتياطية…
data-work-restore = تُجهَّز النسخة الاحتياطية…
data-work-delete = يُسجّل الخروج…
data-work-rows =
    { $done } من { $total ->
        [zero] { $total } صف
        [one] صف واحد
        [two] صفين
        [few] { $total } صفوف
        [many] { $total } صفًّا
       *[other] { $total } صف
    }
data-work-long = قد يستغرق هذا دقيقة. ويستمر كل شيء آخر.
data-work-look-text = تُقرأ كلها وتُفحص. قد يستغرق هذا بضع دقائق.
data-restoring-checks = الخطوة 1 من 4: تُقرأ كلها وتُفحص.
data-restoring-copies = الخطوة 2 من 4: نُسخ { $done }.
data-restoring-pictures = الخطوة 3 من 4: أُخذت الصور، { $done } من { $total }.
data-restoring-finishes = الخطوة 4 من 4: تُحدَّث النسخة وتُفحص.

# Where the data cannot be opened

data-closed = تعذر فتح بياناتك
data-closed-restore = استعادة نسخة احتياطية…
data-closed-restore-text = يُحفظ ما هنا الآن بجانبها ويُذكر لك اسمه. وتنتظرك عمليات الرفع التي ربما أُرسلت منذ ذلك الحين فلا يُنشر شيء مرتين.
data-closed-ready = النسخة الاحتياطية جاهزة
data-closed-ready-text = سيكون ما هنا الآن في { $file }. أعد التشغيل للمتابعة بالنسخة الاحتياطية.

# Services and drafts out of a table

data-rows-title-services = استيراد الخدمات
data-rows-title-drafts = استيراد المسودات
data-rows-lead = من ملف CSV أو JSON. ترى ما فيه قبل أن يُضاف أي شيء.
data-rows-reading-services = ما في ملف الخدمات
data-rows-reading-drafts = ما في ملف المسودات
data-rows-refused = لا يمكن استيراد هذا الملف
data-rows-found = ما في الملف
data-rows-good = <b>{ $count }</b> يمكن إضافته
data-rows-already = <b>{ $count }</b> موجود هنا
data-rows-bad = <b>{ $count }</b> يحتاج إلى تصحيح
data-rows-ignored = تُرك لأنه لا معنى له هنا: { $columns }.
data-rows-more =
    { $count ->
        [zero] ولا صفوف أخرى.
        [one] وصف آخر لا يمكن إضافته.
        [two] وصفان آخران لا يمكن إضافتهما.
        [few] و{ $count } صفوف أخرى لا يمكن إضافتها.
        [many] و{ $count } صفًّا آخر لا يمكن إضافتها.
       *[other] و{ $count } صف آخر لا يمكن إضافتها.
    } صحّح هذه أولًا ثم استورد الملف من جديد: لا يُضاف الموجود هنا مرتين.
data-rows-busy = يُقرأ الملف…
data-rows-table-services = جدول من الخدمات
data-rows-table-drafts = جدول من المسودات
data-rows-text-services = صف لكل خدمة، وسطر أول يسمي الأعمدة بالإنجليزية: title وprice، وإن شئت description وcurrency وtype وhidden.
data-rows-text-drafts = صف لكل مسودة، وسطر أول يسمي الأعمدة بالإنجليزية: title، وإن شئت description وtags وtype وplatforms وat وprivacy وغيرها. ثم تختار كل فيديو هنا.
data-rows-example-services = توصيل في ليون
data-rows-example-drafts = كيف أزيّت كرسيًّا من خشب البلوط
data-rows-choose = اختيار ملف…
data-rows-choose-another = اختيار ملف آخر…
data-rows-adding = جارٍ الإضافة…
data-rows-none = لا شيء للإضافة
data-rows-add-services =
    { $count ->
        [zero] لا خدمات للإضافة
        [one] إضافة خدمة واحدة
        [two] إضافة خدمتين
        [few] إضافة { $count } خدمات
        [many] إضافة { $count } خدمة
       *[other] إضافة { $count } خدمة
    }
data-rows-add-drafts =
    { $count ->
        [zero] لا مسودات للإضافة
        [one] إضافة مسودة واحدة
        [two] إضافة مسودتين
        [few] إضافة { $count } مسودات
        [many] إضافة { $count } مسودة
       *[other] إضافة { $count } مسودة
    }
data-added-services =
    { $count ->
        [zero] لم تُضف خدمات.
        [one] أُضيفت خدمة واحدة.
        [two] أُضيفت خدمتان.
        [few] أُضيفت { $count } خدمات.
        [many] أُضيفت { $count } خدمة.
       *[other] أُضيفت { $count } خدمة.
    }
data-added-drafts =
    { $count ->
        [zero] لم تُضف مسودات.
        [one] أُضيفت مسودة واحدة.
        [two] أُضيفت مسودتان.
        [few] أُضيفت { $count } مسودات.
        [many] أُضيفت { $count } مسودة.
       *[other] أُضيفت { $count } مسودة.
    }
data-added-rest-services =
    { $count ->
        [zero] لم تُضف خدمات.
        [one] أُضيفت خدمة واحدة.
        [two] أُضيفت خدمتان.
        [few] أُضيفت { $count } خدمات.
        [many] أُضيفت { $count } خدمة.
       *[other] أُضيفت { $count } خدمة.
    } { $left ->
        [zero] لم يُترك أي صف.
        [one] تُرك صف واحد.
        [two] تُرك صفان.
        [few] تُركت { $left } صفوف.
        [many] تُرك { $left } صفًّا.
       *[other] تُرك { $left } صف.
    }
data-added-rest-drafts =
    { $count ->
        [zero] لم تُضف مسودات.
        [one] أُضيفت مسودة واحدة.
        [two] أُضيفت مسودتان.
        [few] أُضيفت { $count } مسودات.
        [many] أُضيفت { $count } مسودة.
       *[other] أُضيفت { $count } مسودة.
    } { $left ->
        [zero] لم يُترك أي صف.
        [one] تُرك صف واحد.
        [two] تُرك صفان.
        [few] تُركت { $left } صفوف.
        [many] تُرك { $left } صفًّا.
       *[other] تُرك { $left } صف.
    }
data-errors = ما الخطأ، صفًّا صفًّا
data-errors-row = الصف
data-errors-column = العمود
data-errors-change = ما ينبغي تغييره
