# What a row of an export should hold, behind "should be"

row-known-column = عمودًا من هذا الإصدار
row-not-empty = غير فارغ
row-price = صفرًا أو أكثر، مثل 24.50
row-currency = ثلاثة أحرف، مثل EUR
row-country = حرفين، مثل FR
row-same-state = كما في `detail`
row-id = معرّفًا مثل 01977f3e-8a44-7c11-9d0a-5e1b2c3d4e5f
row-text = نصًّا
row-address = عنوانًا مثل https://youtu.be/abc
row-one-of = أحد { $words }
row-integer = عددًا صحيحًا، صفرًا أو أكثر
row-number = عددًا
row-bool = true أو false
row-time = أجزاء من ألف من الثانية منذ 1970، مثل 1795000000000
row-document = مستندًا كما يكتبه التصدير
row-path = مكان ملف، كنص
row-bytes = 128 كيبيبايت على الأكثر بأرقام ستعشرية
row-picture = قيمة BLAKE3 لصورة في 64 رقمًا ستعشريًّا صغيرًا

# Rows that do not go together

row-twice = يذكر صفان الشيء نفسه عن أمر واحد. خذ تصديرًا لم يغيّره أحد.
row-does-not-fit = أحد الصفوف لا يصلح ({ $error }). خذ تصديرًا لم يغيّره أحد.
row-loose = ينتمي أحد الصفوف إلى صف من { $parent } غير موجود. خذ تصديرًا كاملًا.
