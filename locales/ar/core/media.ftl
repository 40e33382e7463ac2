media-missing = لم يعد الفيديو في مكانه على هذا الحاسوب. دُلّنا على مكانه الآن.
media-folder = هذا مجلد. افتحه وأفلت الفيديو نفسه هنا.
media-no-file = هذا ليس ملفًا بل جهاز أو أنبوب. أفلت هنا ملف فيديو.
media-empty = هذا الملف فارغ. صدّر الفيديو أو انسخه من جديد وأفلته هنا.
media-other-video = يقبل TikTok وYouTube صيغ MP4 وMOV وWebM وMKV. هذا { $what }: صدّره بصيغة MP4 وأفلته هنا.
media-no-video = يقبل TikTok وYouTube صيغ MP4 وMOV وWebM وMKV. هذا { $what }: أفلت الفيديو نفسه هنا.
media-what =
    { $kind ->
        [an-avi] ملف AVI
        [an-flv] ملف FLV
        [a-wmv] ملف WMV
        [an-mpeg-ts] ملف MPEG-TS
        [an-mpeg-ps] ملف MPEG-PS
        [a-3gp] ملف 3GP
        [an-ogg-file] ملف Ogg
        [an-animated-gif] صورة GIF متحركة
        [a-realmedia-file] ملف RealMedia
        [an-mxf] ملف MXF
        [a-picture] صورة
        [a-sound-file] ملف صوتي
        [a-pdf] ملف PDF
        [a-zip] ملف ZIP
        [a-packed-folder] مجلد مضغوط
        [a-program] برنامج
        [a-database] قاعدة بيانات
        [a-text-file] ملف نصي
        [a-video] فيديو
        [a-gif] صورة GIF
        [a-bmp] صورة BMP
        [a-tiff] صورة TIFF
        [an-avif] صورة AVIF
        [a-heic] صورة HEIC
        [an-svg-drawing] رسم SVG
        [a-web-page] صفحة ويب
       *[none-of-these] شيء آخر
    }
media-cut-short = يتوقف ملف { $container } هذا في منتصفه. انسخه أو صدّره من جديد حتى نهايته وأفلته هنا.
media-no-index = لم يكتمل ملف { $container } هذا: لا يذكر أين صوره. صدّره من جديد.
media-nonsense = رأس ملف { $container } هذا تالف. صدّره من جديد وأفلته هنا.
media-unreadable = لا يسمح لنا هذا الحاسوب بقراءة الفيديو. تحقق من أذونات الملف أو من القرص الذي هو عليه.
media-other-size = تغيّر حجم الملف منذ اختياره. اختر الملف الذي تريد نشره.
media-saved-again = حُفظ الملف من جديد منذ اختياره. اختر الملف الذي تريد نشره.
media-other-content = تغيّر محتوى الملف منذ اختياره. اختر الملف الذي تريد نشره.

# Pictures of posts

media-picture-missing = لم تعد الصورة في مكانها. ابحث عن مكانها الآن وأضفها من هناك.
media-picture-folder = هذا مجلد. افتحه وأضف الصور التي فيه.
media-picture-no-file = هذا ليس ملفًا بل جهاز أو أنبوب. أضف ملف صورة.
media-picture-empty = هذا الملف فارغ. صدّر الصورة أو انسخها من جديد.
media-picture-unreadable = لا يسمح لنا هذا الحاسوب بقراءة الصورة. تحقق من أذونات الملف أو من القرص الذي هو عليه.
media-picture-large = هذه الصورة أكبر من 10 م.ب. صدّرها أصغر، يكفي عرض 2,000 بكسل.
media-picture-pixels = لهذه الصورة { $width } × { $height } بكسل، وهذا كثير. صدّرها أصغر، يكفي عرض 2,000 بكسل.
media-other-picture = نقبل صيغ JPEG وPNG وWebP. هذا { $what }: صدّره بصيغة JPEG أو PNG وأضف ذلك.
media-no-picture = نقبل صيغ JPEG وPNG وWebP. هذا { $what }: أضف الصورة نفسها.
media-picture-broken = ملف { $kind } هذا تالف أو يتوقف في منتصفه. انسخه أو صدّره من جديد.
