snippets-title = المقتطفات
snippets-text = ما تكتبه مرارًا. اكتب / في نص لإدراج مقتطف.
snippets-list = مقتطفاتك
snippets-unread = تعذرت قراءة مقتطفاتك
snippets-reading = تُقرأ مقتطفاتك
snippets-none = عبارة ختام، أو طريقة طلب، أو وسوم سلسلة: أعطها اسمًا هنا، واكتب <kbd>/</kbd> وبضعة أحرف من الاسم حيث تريدها.
snippets-example = <b>طلب</b> يُصنع حسب الطلب. راسلني، أو انظر https://marta.example
snippets-new = مقتطف جديد
snippets-moved = نُقل إلى الموضع { $place } من { $count }.
snippets-delete = حذف { $name }
snippets-deleted = حُذف { $name }.
snippets-untitled = مقتطف بلا عنوان
snippets-empty = لا شيء فيه بعد
snippets-name = الاسم
snippets-name-hint = ما ستبحث عنه، مثل: طلب
snippets-puts-in = ما يُدرجه
snippets-kind-text = نص
snippets-kind-tags = وسوم
snippets-words = النص
snippets-tags = الوسوم
snippets-tags-hint = تصبح في النص وسومًا بعلامة #.

# Where a slash is typed

snippets-found = المقتطفات
snippets-heard =
    { $count ->
        [zero] لا مقتطفات
        [one] مقتطف واحد
        [two] مقتطفان
        [few] { $count } مقتطفات
        [many] { $count } مقتطفًا
       *[other] { $count } مقتطف
    }. تختار الأسهم، ويُدرج Enter واحدًا، ويُبقي Escape الشرطة المائلة.
snippets-heard-none = لا مقتطفات بعد. يُنشئ Enter واحدًا، ويُبقي Escape الشرطة المائلة.
snippets-put-in = أُدرج { $name }.
snippets-manage = المقتطفات…
snippets-manage-hint = إضافة وتعديل وترتيب
snippets-first = أنشئ أول مقتطف لك…
snippets-first-hint = ما تكتبه مرارًا، تجده باسمه
