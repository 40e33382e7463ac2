# What is written of oneself, and in a post

fields-name-missing = لا يرى الزوار اسمًا. اكتب الاسم الذي يعرفونك به.
fields-name-long = الاسم أطول مما تتسع له الصفحة، والزائد { $over }. اختصره إلى 100 حرف.
fields-bio-long = ما زاد على 900 حرف من النص عنك (وهو { $over }) يظهر خلف «متابعة القراءة». اختصره إلى 900.
fields-post-empty = يحتاج المنشور إلى نص. اكتب نصًّا أولًا.
fields-post-long = النص أطول من اللازم، والزائد { $over }. اختصره إلى 5,000 حرف.
fields-post-pictures = للمنشور { $most } صور على الأكثر، والزائد { $over }. أزل الزائد.
fields-alt-long = هذا الوصف أطول من اللازم، والزائد { $over }. اختصره إلى 1,000 حرف.

# Links

fields-link-empty = لا يقود إلى أي مكان بعد. الصق عنوانًا.
fields-link-no-address = هذا ليس عنوانًا. انسخه من شريط العنوان في متصفحك والصقه هنا.
fields-link-no-web = لا تعرض صفحتك إلا العناوين التي تبدأ بـ https:// أو http://.
fields-link-password = فيه اسم أو كلمة مرور قبل «@». احذف ذلك: يمكن للجميع قراءته.
fields-link-local = لا يعرف هذا العنوان إلا حاسوبك أو شبكتك. الصق عنوانًا يمكن للجميع فتحه.
fields-link-space = في هذا العنوان مسافة. انسخه من جديد من شريط العنوان في متصفحك.
fields-link-front = يقود إلى الصفحة الرئيسية في { $platform }، لا إلى صفحتك. افتح صفحتك هناك وانسخ عنوانها.

# Services

fields-service-title = ضع له عنوانًا ليعرف الناس ما هو.
fields-price-not-one = هذا ليس سعرًا. اكتب سعرًا مثل { $example }.
fields-price-negative = السعر صفر أو أكثر. اكتبه مثل { $example }.
fields-price-no-hundredths = ليس لعملة { $currency } أجزاء من مئة. اكتب السعر مثل { $example }.
fields-price-decimals = للسعر منزلتان عشريتان على الأكثر. اكتبه مثل { $example }.

# Presets and snippets

fields-preset-name = ضع اسمًا للإعداد المسبق.
fields-short-name = للاسم { $most } حرف على الأكثر، والزائد { $over }: اختصره.
fields-snippet-long = يتسع المقتطف لنص من 5,000 بايت، والزائد { $over }: اختصره.
fields-snippet-tags = تتسع القائمة لـ{ $most } وسم على الأكثر، كلٌّ منها { $length } حرف على الأكثر: أزل بعضها.

# Limits of uploads

fields-uploads-at-once = اختر من 1 إلى 8 ملفات في وقت واحد.
fields-uploads-slow = أبطأ حد هو 16 ك.ب في الثانية. لإيقاف عمليات الرفع أوقفها مؤقتًا.
fields-uploads-hours = اكتب ساعات بين 00:00 و23:59.
fields-uploads-parts = حدد 8 أجزاء من اليوم على الأكثر.
fields-notices-quiet = تنتهي ساعات الهدوء حين تبدأ. اختر نهاية أخرى، أو أوقف الإشعارات.
