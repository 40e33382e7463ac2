components-keep = إبقاء
components-counter = { $of } { $count } من { $limit }
components-counter-over = { $of } { $count } من { $limit }: <b>احذف { $cut }</b>
components-counter-unit = { $of } { $count } من { $limit } { $unit }
components-counter-unit-over = { $of } { $count } من { $limit } { $unit }: <b>احذف { $cut }</b>
components-words-go = يُحذف:
components-words-come = يُضاف:
components-drop-add = إضافة: { $things }
components-drop-none =
    { $count ->
        [zero] ليس فيها أي فيديو
        [one] هذا ليس مقطع فيديو
        [two] ليس أيٌّ من الملفين مقطع فيديو
        [few] ليس أيٌّ من هذه الملفات مقطع فيديو
        [many] ليس أيٌّ من هذه الملفات مقطع فيديو
       *[other] ليس أيٌّ من هذه الملفات مقطع فيديو
    }
components-drop-rest-videos =
    { $count ->
        [zero] كلها مقاطع فيديو
        [one] ملف واحد منها ليس مقطع فيديو
        [two] ملفان منها ليسا مقطعَي فيديو
        [few] { $count } ملفات منها ليست مقاطع فيديو
        [many] { $count } ملفًا منها ليست مقاطع فيديو
       *[other] { $count } ملف منها ليست مقاطع فيديو
    }
components-drop-rest-pictures =
    { $count ->
        [zero] كلها صور
        [one] ملف واحد منها ليس صورة
        [two] ملفان منها ليسا صورتين
        [few] { $count } ملفات منها ليست صورًا
        [many] { $count } ملفًا منها ليست صورًا
       *[other] { $count } ملف منها ليست صورًا
    }
components-drop-portrait = ستكون هذه صورتك
components-drop-portrait-one = أفلت صورتك وحدها
components-drop-portrait-small = تعرض صفحتك نسخة صغيرة منها إلى جانب اسمك.
components-drop-pictures-copied = يحصل المنشور على نسخة من كل صورة كما هي.
components-drop-videos-stay = تبقى مقاطع الفيديو في مكانها على هذا الحاسوب.
components-keys-or = أو
components-move-up = تحريك { $name } إلى أعلى
components-move-down = تحريك { $name } إلى أسفل
components-selected = المحدَّد: <b>{ $count }</b>
components-selection-clear = مسح التحديد (Esc)
components-close = إغلاق (Esc)
components-undo = تراجع
components-message-close = إغلاق هذه الرسالة
components-time-date = التاريخ
components-time-time = الوقت
components-time-zone = المنطقة الزمنية
components-time-none = اكتب وقتًا من اليوم، مثل 09:00.
components-day-none = اكتب يومًا مع شهره وسنته.
components-yes = نعم
components-no = لا
components-try-again = إعادة المحاولة
components-in-activity = عرض في النشاط
components-import = استيراد…
components-mentions = وُجد فيه:
components-mentions-hashtag =
    { $count ->
        [zero] 0 وسمًا
        [one] وسم واحد
        [two] وسمان
        [few] { $count } وسوم
        [many] { $count } وسمًا
       *[other] { $count } وسمًا
    }
components-mentions-name =
    { $count ->
        [zero] 0 اسمًا
        [one] اسم واحد
        [two] اسمان
        [few] { $count } أسماء
        [many] { $count } اسمًا
       *[other] { $count } اسمًا
    }
components-mentions-link =
    { $count ->
        [zero] 0 رابطًا
        [one] رابط واحد
        [two] رابطان
        [few] { $count } روابط
        [many] { $count } رابطًا
       *[other] { $count } رابطًا
    }
components-reading-more = تُقرأ البقية…
components-search-clear = مسح البحث (Esc)
components-search-keys = { $search } ({ $keys })
components-range-from = من
components-range-to = إلى

# Keys, as they stand on the keyboard

components-key-shift = Shift
components-key-space = Space
components-key-enter = Enter
components-key-escape = Esc
components-key-delete = Del
components-key-backspace = Backspace
components-key-page-up = PageUp
components-key-page-down = PageDown
