# Why an edit is only on this device

edit-too-long = { $column } أطول من { $limit } كيبيبايت. اختصره.
edit-not =
    { $expected ->
        [filled-in] يجب ألا يكون { $column } فارغًا.
        [text] يجب أن يكون { $column } نصًّا.
        [text-without-nul] يجب أن يكون { $column } نصًّا بلا محارف NUL.
        [without-nul] يجب أن يكون { $column } بلا محارف NUL.
        [whole-number] يجب أن يكون { $column } عددًا صحيحًا.
        [number] يجب أن يكون { $column } عددًا.
        [true-or-false] يجب أن يكون { $column }‏ true أو false.
        [time] يجب أن يكون { $column } وقتًا بأجزاء من ألف من الثانية منذ 1970.
        [uuid] يجب أن يكون { $column }‏ UUID.
       *[several] يجب أن يكون { $column } قائمة أو جدولًا.
    }
edit-too-large = هذا أكبر من أن يُنسخ احتياطيًّا. اختصره.
edit-lost = لم يعد هذا لدى الخادم، وليس { $column } هنا أيضًا.
edit-quota = مساحة العمل ممتلئة. احذف ما لم تعد تحتاج إليه.
