onboarding-part = الجزء { $place } من { $count }

# What this is

onboarding-hello = انشر مقاطع الفيديو من قرصك أنت
onboarding-promise = تبقى مقاطع الفيديو على هذا الحاسوب. لا نحتفظ إلا بالرابط الذي تعطيه المنصة.
onboarding-start = البدء دون حساب
onboarding-start-text = تعمل المسودات وعمليات الرفع والتقويم فورًا، هنا على هذا الحاسوب.
onboarding-sign-in = تسجيل الدخول
onboarding-sign-in-text = يُبقي أجهزتك متزامنة ويضع صفحتك على الشبكة. يمكنك فعل هذا لاحقًا.
onboarding-sample = التجربة بعينة
onboarding-skip = تخطي هذا
onboarding-sample-text = العينة مقطع فيديو قصير في مسودة، وعليها ما يدل على أنها عينة. تزيلها نقرة واحدة.

# Who somebody is

onboarding-you = من أنت؟
onboarding-you-text = ثلاثة أسئلة لصفحتك. اترك منها ما شئت: يمكن تغييرها كلها لاحقًا.
onboarding-name = اسمك، أو اسم ورشتك
onboarding-name-hint = الاسم الذي يعرفك الناس به
onboarding-trade = ماذا تعمل؟
onboarding-driver = سائق
onboarding-agent = مندوب
onboarding-artisan = حِرفي
onboarding-back = رجوع
onboarding-next = متابعة
onboarding-leave-out = تخطٍّ

# Where somebody publishes

onboarding-platforms = أين تنشر؟
onboarding-platforms-text = تسجّل الدخول على صفحة المنصة نفسها، في متصفحك، ويمكنك سحب هذا الإذن في أي وقت. تجد أدناه ما سيُطلب منك بالضبط، والغرض من كل حق. كل شيء سوى النشر يعمل دون ذلك.
onboarding-platforms-reading = تُقرأ المنصات
onboarding-done = تمّ
onboarding-later = لاحقًا

# What everybody does first

onboarding-steps = الخطوات الأولى
onboarding-steps-done = { $done } من { $all }
onboarding-steps-dismiss = إخفاء هذه القائمة
onboarding-step-done = : تمّ
onboarding-step-profile = سمِّ صفحتك
onboarding-step-profile-text = الاسم الذي يعرفك الناس به
onboarding-step-service = أضف خدمة
onboarding-step-service-text = ما تقدمه، وبكم
onboarding-step-connection = اربط منصة
onboarding-step-connection-text = يمكن عندها لـYouTube أو TikTok النشر عنك
onboarding-step-publication = انشر شيئًا
onboarding-step-publication-text = أضف مقطع فيديو، أو أفلته على هذه النافذة

# The sample

onboarding-sample-note = هذه هي العينة
onboarding-sample-note-text = جرّب كل شيء: النصوص، وعلامات تبويب المنصات، والغلاف. لا يمكن نشرها.
