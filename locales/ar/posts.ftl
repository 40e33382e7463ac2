posts-unread = تعذرت قراءة منشوراتك
posts-reading = تُقرأ منشوراتك
posts-new = منشور جديد
posts-empty = أخبر الناس بالجديد
posts-empty-text = المنشور نص على صفحتك، مع صور إن شئت. يمكنك كتابته دون اتصال والمتابعة لاحقًا.
posts-empty-example = مثلًا: الفرن مفتوح من جديد. هذه أول أكواب الربيع.
posts-being-written = قيد الكتابة
posts-published = المنشورة
posts-deleted = حُذف المنشور «{ $name }».
posts-draft-deleted = حُذفت المسودة «{ $name }».
posts-change-given-up = أُلغي التعديل. يبقى المنشور كما هو.
posts-being-changed = قيد التعديل
posts-change-of = تعديل منشور
posts-edited = عُدِّل <time/>
posts-act-change = تعديل المنشور «{ $name }»
posts-act-go-on = متابعة تعديل المنشور «{ $name }»
posts-act-delete = حذف المنشور «{ $name }»
posts-act-give-up-of = إلغاء تعديل «{ $name }»
posts-act-delete-draft-of = حذف المسودة «{ $name }»
posts-no-text = لا نص بعد
posts-pictures = الصور
posts-pictures-more = +{ $count } <hidden>أخرى</hidden>

# One post

posts-change = تعديل منشور
posts-give-up = إلغاء هذا التعديل
posts-delete-draft = حذف هذه المسودة
posts-gone = لا شيء يُكتب هنا
posts-gone-text = نُشر هذا أو حُذف، ربما على جهاز آخر.
posts-gone-back = العودة إلى المنشورات
posts-one-unread = تعذرت قراءة المنشور
posts-one-reading = يُقرأ المنشور
posts-text = النص
posts-text-hint = ما الجديد؟
posts-characters = الأحرف:
posts-text-first = اكتب نصًّا أولًا.
posts-cut-first = احذف { $count } حرفًا أولًا.
posts-publish = نشر
posts-publish-change = نشر التعديل
posts-publishing = يُنشر…
posts-was-published = نُشر.
posts-was-published-offline = نُشر على هذا الحاسوب. ويظهر على صفحتك حالما يعود الاتصال.
posts-was-changed = عُدِّل منشورك.
posts-was-changed-offline = عُدِّل منشورك على هذا الحاسوب. وتتغيّر صفحتك حالما يعود الاتصال.
posts-will-change = يصبح منشورك هكذا للجميع.
posts-will-wait-account = يُنشر على هذا الحاسوب. ويظهر على صفحتك عندما تسجّل الدخول.
posts-will-wait-network = يظهر على صفحتك حالما يعود الاتصال.
posts-will-with-pictures = يظهر على صفحتك مع صوره ليراه الجميع.
posts-will = يظهر على صفحتك ليقرأه الجميع.
posts-version-restored = استُعيدت النسخة.

# Its pictures

posts-add-pictures = إضافة صور…
posts-pictures-of = { $count } من { $limit }
posts-pictures-full = للمنشور { $limit } صورة على الأكثر. أزل واحدة قبل إضافة أخرى.
posts-pictures-how = صور JPEG أو PNG أو WebP حتى 10 م.ب. أفلتها على النافذة أو ألصقها.
posts-pictures-public = تُنشر الصور كما هي: يبقى فيها مكان التقاطها والكاميرا التي التقطتها.
posts-undescribed-all =
    { $count ->
        [zero] لكل صورة وصف.
        [one] صورة واحدة بلا وصف: من لا يراها يفوته ما تعرضه.
        [two] صورتان بلا وصف: من لا يراهما يفوته ما تعرضانه.
        [few] { $count } صور بلا وصف: من لا يراها يفوته ما تعرضه.
        [many] { $count } صورة بلا وصف: من لا يراها يفوته ما تعرضه.
       *[other] { $count } صورة بلا وصف: من لا يراها يفوته ما تعرضه.
    }
posts-undescribed =
    { $count ->
        [zero] لكل صورة وصف.
        [one] صورة واحدة بلا وصف بعد: من لا يراها يفوته ما تعرضه.
        [two] صورتان بلا وصف بعد: من لا يراهما يفوته ما تعرضانه.
        [few] { $count } صور بلا وصف بعد: من لا يراها يفوته ما تعرضه.
        [many] { $count } صورة بلا وصف بعد: من لا يراها يفوته ما تعرضه.
       *[other] { $count } صورة بلا وصف بعد: من لا يراها يفوته ما تعرضه.
    }
posts-picture-name = الصورة { $place } من { $count }
posts-picture-handle = { $name }. يحركها Alt مع مفتاح سهم.
posts-picture-handle-alt = { $name }، { $alt }. يحركها Alt مع مفتاح سهم.
posts-picture-drag = اسحبها، أو اضغط Alt مع مفتاح سهم
posts-picture-what = ماذا فيها؟
posts-picture-what-hint = لمن لا يراها، مثلًا: كوبان أزرقان على لوح من البلوط
posts-picture-take-off = إزالة { $name }
posts-picture-added = أُضيفت الصورة.
posts-picture-moved = نُقلت الصورة إلى الموضع { $place } من { $count }.
posts-picture-taken-off = أُزيلت الصورة.
