check-no-video = اختر مقطع فيديو أولًا.
check-no-platform = حدد منصة واحدة على الأقل.

# YouTube

check-youtube-title-missing = يحتاج YouTube إلى عنوان.
check-youtube-title-long = يقبل YouTube { $most } حرف في العنوان، والزائد { $over }: اختصره.
check-youtube-description-long = يقبل YouTube وصفًا من 5,000 بايت، والزائد { $over }: اختصره.
check-youtube-title-brackets = لا يقبل YouTube < أو > في العنوان: اكتب ذلك بالكلمات.
check-youtube-description-brackets = لا يقبل YouTube < أو > في الوصف: اكتب ذلك بالكلمات.
check-title-unseen = في العنوان حرف لا يُرى ولا يمكن إرساله: اكتبه من جديد.
check-description-unseen = في الوصف حرف لا يُرى ولا يمكن إرساله: اكتبه من جديد.
check-title-one-line = العنوان سطر واحد: احذف فاصل الأسطر.
check-youtube-tags-long = يقبل YouTube وسومًا من 500 حرف مع الفواصل وعلامات الاقتباس، والزائد { $over }: اختصرها.
check-youtube-tag-brackets = لا يقبل YouTube < أو > في الوسم.
check-tag-unseen = في أحد الوسوم حرف لا يُرى ولا يمكن إرساله: اكتبه من جديد.
check-youtube-privacy = اختر من يمكنه المشاهدة على YouTube.
check-youtube-kids = حدد هل الفيديو مخصص للأطفال: يجب أن يعرف YouTube ذلك.
check-youtube-ai = حدد هل يعرض محتوى واقعيًّا معدَّلًا أو من صنع الذكاء الاصطناعي: يجب أن يعرف YouTube ذلك.
check-youtube-file-large = يقبل YouTube ملفات حتى 256 غ.ب: صدّر ملفًا أصغر.
check-youtube-too-long = يقبل YouTube مقاطع حتى 12 ساعة: قسّمه إلى أجزاء.
check-youtube-phone = أطول من 15 دقيقة: لا يقبله YouTube إلا من القنوات التي أكدت رقم هاتفها.

# TikTok

check-tiktok-caption-long = يقبل TikTok تعليقًا من 2,200 حرف، والزائد { $over }: اختصره.
check-caption-unseen = في التعليق حرف لا يُرى ولا يمكن إرساله: اكتبه من جديد.
check-tiktok-privacy = اختر من يمكنه المشاهدة على TikTok.
check-tiktok-audience-gone = لم يعد TikTok يتيح هذا الجمهور لحسابك: اختر من جديد.
check-tiktok-ai = حدد هل الفيديو من صنع الذكاء الاصطناعي: يضع TikTok علامة عليه.
check-tiktok-disclosure = يجب أن تحدد هل يروّج محتواك لك أو لطرف آخر أو لكليكما.
check-tiktok-branded-private = لا يمكن جعل ظهور المحتوى المموَّل خاصًّا.
check-tiktok-no-comments = لا يسمح حسابك على TikTok بالتعليقات: تبقى معطَّلة.
check-tiktok-no-duets = لا يسمح حسابك على TikTok بالديويتو: يبقى معطَّلًا.
check-tiktok-no-stitches = لا يسمح حسابك على TikTok بالدمج: يبقى معطَّلًا.
check-tiktok-mkv = يقبل TikTok صيغ MP4 وWebM وMOV. هذا ملف MKV: صدّره بصيغة MP4.
check-tiktok-file-large = يقبل TikTok ملفات حتى 4 غ.ب: صدّر ملفًا أصغر.
check-tiktok-codec = يقبل TikTok ترميزات H.264 وH.265 وVP8 وVP9. هذا { $codec }: صدّره بترميز H.264.
check-tiktok-fps-high = TikTok: { $fps } إطارًا في الثانية، والحد الأقصى 60. صدّره بـ60 أو أقل.
check-tiktok-fps-low = TikTok: { $fps } إطارًا في الثانية، والحد الأدنى 23. صدّره بـ24 أو أكثر.
check-tiktok-sides = يقبل TikTok أضلاعًا من 360 إلى 4,096 بكسل؛ هذا { $width } في { $height }.
check-tiktok-too-long-seconds = يقبل TikTok { $seconds } ث من هذا الحساب: اقتطع الفيديو.
check-tiktok-too-long-minutes = يقبل TikTok { $minutes } د من هذا الحساب: اقتطع الفيديو.
check-tiktok-too-long = يقبل TikTok { $minutes } د و{ $seconds } ث من هذا الحساب: اقتطع الفيديو.

# What goes beside a video

check-picture-empty = «{ $name }» فارغ: اختر صورة أخرى.
check-picture-kind = «{ $name }» صورة { $kind }: احفظها بصيغة JPEG أو PNG واختر تلك.
check-picture-none = «{ $name }» ليس صورة JPEG أو PNG: اختر صورة منهما.
check-picture-large = «{ $name }» أكبر من 50 م.ب التي يقبلها YouTube: احفظها أصغر.
check-captions-empty = «{ $name }» فارغ: اختر ملفًا فيه ترجمة نصية.
check-captions-large = «{ $name }» أكبر من 100 م.ب التي يقبلها YouTube: اختصره.
check-captions-no-text = «{ $name }» ليس ملفًا نصيًّا: اختر ملف SRT أو VTT.
check-captions-no-times = ليس في «{ $name }» ترجمة نصية مع أوقاتها، كسطر { $times }: اختر ملف SRT أو VTT.
check-captions-arrow = «{ $name }»، السطر { $line }: بين وقتي الترجمة علامة --> بشرطتين.
check-captions-no-time = «{ $name }»، السطر { $line }: «{ $text }» ليس وقتًا. اكتبه مثل { $sample }.
check-captions-backwards = «{ $name }»، السطر { $line }: تنتهي هذه الترجمة ({ $to }) قبل أن تبدأ ({ $from }). صحّح وقتيها.
check-captions-language = حدد لغة الترجمة النصية.
check-captions-no-language = «{ $text }» ليس رمز لغة: اكتبه مثل en أو fr-CA أو zh-Hant.
check-captions-name-long = يقبل YouTube { $most } حرف في اسم الترجمة النصية، والزائد { $over }: اختصره.
check-captions-name-one-line = اسم الترجمة النصية سطر واحد: احذف فاصل الأسطر أو الحرف الذي لا يُرى.
check-playlist-title-missing = ضع عنوانًا لقائمة التشغيل الجديدة.
check-playlist-title-brackets = لا يقبل YouTube < أو > في عنوان قائمة التشغيل: اكتب ذلك بالكلمات.
check-playlist-title-long = يقبل YouTube { $most } حرف في عنوان قائمة التشغيل، والزائد { $over }: اختصره.
check-playlist-title-one-line = عنوان قائمة التشغيل سطر واحد: احذف فاصل الأسطر أو الحرف الذي لا يُرى.
