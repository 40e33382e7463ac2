# Profile

page-profile-unread = تعذرت قراءة ملفك الشخصي
page-profile-reading = يُقرأ ملفك الشخصي
page-profile = الملف الشخصي
page-picture = صورتك
page-picture-choose = اختيار صورة
page-picture-change = تغيير الصورة
page-picture-remove = إزالة
page-picture-how = يراها الجميع إلى جانب اسمك. تُحفظ صغيرة، من دون المكان الذي التُقطت فيه.
page-picture-added = أُضيفت الصورة.
page-picture-changed = تغيّرت الصورة.
page-picture-removed = أُزيلت الصورة.
page-name = الاسم
page-name-hint = الاسم الذي يعرفك الناس به
page-nameless = لا يرى الزوار اسمًا. اكتب الاسم الذي يعرفونك به.
page-bio = نبذة عنك
page-bio-hint = ماذا تصنع أو تفعل، ولمن، وما الذي يميزه
page-characters = الأحرف:
page-country = البلد
page-country-hint = من أين تعمل
page-country-choose = اختر بلدًا من القائمة.
page-countries = البلدان
page-no-country = لا بلد بهذا الاسم.

# Links

page-links = الروابط
page-links-lead = تظهر على صفحتك ليتبعها الزوار. لا يُنشر فيها شيء: ما يمكنه النشر عنك تجده في <link>الاتصالات</link>.
page-link-name-of = اسم الرابط { $place }
page-link-address-of = عنوان { $name }
page-link-nth = الرابط { $place }
page-link-handle = { $name }، { $place } من { $count }. يحركه Alt مع مفتاح سهم، ويزيله Delete.
page-link-drag = اسحبه، أو اضغط Alt مع مفتاح سهم
page-link-take-off = إزالة { $name } من صفحتك
page-link-left-out = { $trouble } حتى ذلك الحين لا يظهر على صفحتك.
page-link-add = إضافة رابط
page-link-paste-name = ألصق عنوانًا لإضافة رابط
page-link-paste-first = ألصق عنوانًا، مثل instagram.com/marta.oak
page-link-paste-another = ألصق عنوانًا آخر
page-link-added = أُضيف { $name }.
page-link-one = رابط
page-link-the = الرابط
page-moved-to = نُقل { $name } إلى الموضع { $place } من { $count }.
page-link-taken-off = أُزيل { $name } من صفحتك.

# Preview

page-preview = كما تعرضه صفحتك
page-preview-open = فتح صفحتك في المتصفح
page-preview-untitled = بلا عنوان
page-preview-all-links = كل الروابط
page-preview-services = الخدمات
page-preview-none = لا شيء على صفحتك بعد.
page-preview-off = ليس على صفحتك
page-preview-at = يراها الجميع على { $address }
page-preview-mine = أنت وحدك ترى هذا. تظهر صفحتك للجميع حالما تسجّل الدخول.

# Services

page-services-unread = تعذرت قراءة خدماتك
page-services-reading = تُقرأ خدماتك
page-services-empty = قل ما الذي تقدمه
page-services-empty-text = الخدمة عمل يمكن أن يطلبه الناس منك: توصيل، أو بيع نيابة عنهم، أو شيء يُصنع حسب الطلب. تظهر على صفحتك بسعرها حالما تقرر ذلك.
page-service-example = مثال
page-service-example-name = توصيل في ليون في اليوم نفسه
page-service-example-what = بدراجة شحن، حتى 80 كغ. أحمله إلى بابك.
page-service-new = خدمة جديدة
page-service-untitled = خدمة بلا عنوان
page-service-deleted = حُذفت { $name }.
page-service-move = تحريك { $name }: اسحبها، أو اضغط عليها Alt مع مفتاح سهم
page-service-drag = اسحب للترتيب
page-service-more = المزيد عن { $name }
page-service-edit = تعديل
page-service-duplicate = تكرار
page-service-show = إظهار على صفحتك
page-service-hide = إزالة من صفحتك
page-service-up = إلى أعلى
page-service-down = إلى أسفل
page-service-delete = حذف
page-service-unfinished = غير مكتملة
page-service-off = ليست على صفحتك
page-service-free = مجانًا
page-service-title = العنوان
page-service-title-hint = مثلًا: توصيل في ليون
page-service-no-title = أعطها عنوانًا ليعرف الناس ما هي.
page-service-kind = نوع العمل
page-service-description = الوصف
page-service-description-hint = ما يحصل عليه الناس، وما ينبغي أن يعرفوه قبل الطلب
page-service-on = على صفحتك
page-service-why-mine = أنت وحدك تراها.
page-service-why-priceless = أنت وحدك تراها. بلا سعر تظهر هناك بمبلغ { $amount } { $currency }.
page-service-why-all = يراها الجميع.
page-service-why-later = يراها الجميع حالما تسجّل الدخول.
page-service-done = تمّ
page-service-price = السعر
page-service-currency = العملة

page-bio-folded = تطوي صفحتك ما زاد على ذلك خلف “متابعة القراءة”.
