signin-refused = لم تسمح بالوصول. لم يُربط شيء؛ يمكنك إعادة المحاولة في أي وقت.
signin-cancelled = أُلغي تسجيل الدخول. لم يُربط شيء.
signin-timed-out = لم يكتمل تسجيل الدخول في الوقت المحدد. ابدأه من جديد.
signin-platform-refused = لم يقبل { $platform } تسجيل الدخول. ابدأه من جديد؛ كلماته تحت «التفاصيل».
signin-no-network = تعذّر الوصول إلى { $platform }. تحقق من الشبكة، ثم ابدأ تسجيل الدخول من جديد.
signin-not-set-up = ليس لهذه النسخة من Maker Studio مفتاح لـ{ $platform }. حدد عنوان خادم أو معرّف عميل خاصًّا بك في ملف الإعدادات.
signin-no-listener = لا يسمح هذا الحاسوب لـMaker Studio بانتظار المتصفح. تحقق من جدار الحماية، ثم أعد المحاولة.
signin-link-not-ours = هذا الرابط ليس تسجيل دخول يفهمه Maker Studio. ابدأ تسجيل الدخول من جديد في التطبيق.
signin-link-not-expected = لا يوجد تسجيل دخول ينتظر هذا الرابط. ابدأه من جديد في التطبيق.
signin-link-expired = استغرق تسجيل الدخول هذا أكثر من عشر دقائق وانتهى. ابدأه من جديد في التطبيق.

# The page that the browser ends at

signin-page-back = العودة إلى Maker Studio
signin-page-close = يمكنك إغلاق علامة التبويب هذه.
signin-page-unfinished = لم يكتمل تسجيل الدخول
signin-page-nothing = لم يُربط شيء. يمكنك إغلاق علامة التبويب هذه وإعادة المحاولة في Maker Studio.
signin-page-not-expected = لا يوجد تسجيل دخول ينتظر هذه الصفحة
signin-page-start-again = ابدأ تسجيل الدخول من جديد في Maker Studio، ثم أغلق علامة التبويب هذه.
signin-page-open = فتح Maker Studio
