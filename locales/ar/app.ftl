# Places

app-place-home = الرئيسية
app-place-calendar = التقويم
app-place-posts = المنشورات
app-place-library = المكتبة
app-place-services = الخدمات
app-place-profile = الملف الشخصي والروابط
app-place-connections = الاتصالات
app-place-activity = النشاط
app-place-deleted = المحذوفات حديثًا
app-place-settings = الإعدادات
app-place-sync = الحساب والمزامنة
app-places = الأماكن
app-needs-you = ، يحتاج إليك: { $count }
app-search = ابحث أو نفّذ…
app-search-keys = ابحث أو نفّذ… ({ $keys })
app-layers = القوائم والرسائل

# Everywhere

app-add-videos = إضافة مقاطع فيديو
app-add-videos-keys = إضافة مقاطع فيديو ({ $keys })
app-pictures-added =
    { $count ->
        [zero] لم تُضف صور
        [one] أُضيفت صورة واحدة
        [two] أُضيفت صورتان
        [few] أُضيفت { $count } صور
        [many] أُضيفت { $count } صورة
       *[other] أُضيفت { $count } صورة
    }.
app-in-step = متزامن مع الخادم.
app-link-copied = نُسخ الرابط.
app-share = مشاركة الرابط عبر
app-share-email = البريد الإلكتروني

# Banners

app-offline-writing = <b>غير متصل منذ <time/>.</b> يمكنك متابعة الكتابة: لا شيء هنا يحتاج إلى الشبكة.
app-offline-waits = <b>غير متصل منذ <time/>.</b> سيُرسل عند عودة الاتصال: { $things }.
app-keyring-locked = مخزن كلمات المرور مقفل
app-keyring-none = لا يعمل أي مخزن لكلمات المرور
app-check-again = التحقق من جديد
app-files-refused =
    { $count ->
        [zero] قُبلت كل الملفات
        [one] تعذر أخذ ملف واحد
        [two] تعذر أخذ ملفين
        [few] تعذر أخذ { $count } ملفات
        [many] تعذر أخذ { $count } ملفًا
       *[other] تعذر أخذ { $count } ملف
    }
app-got-it = فهمت
app-no-answer = لم تتلقَّ النافذة جوابًا من Maker Studio. حاول من جديد أو أعد تشغيله: لن يضيع شيء مما كتبته.
app-together-first = أول { $first } هنا. { $more ->
        [zero] لا توجد مسودات أخرى في الصفحة الرئيسية.
        [one] مسودة أخرى في الصفحة الرئيسية.
        [two] مسودتان أخريان في الصفحة الرئيسية.
        [few] { $more } مسودات أخرى في الصفحة الرئيسية.
        [many] { $more } مسودة أخرى في الصفحة الرئيسية.
       *[other] { $more } مسودة أخرى في الصفحة الرئيسية.
    }
