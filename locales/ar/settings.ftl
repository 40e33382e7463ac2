settings-language = اللغة
settings-language-text = لغة النافذة وطريقة كتابتها للأرقام والتواريخ.
settings-language-system = لغة النظام ({ $language })
settings-language-usual = كما في نظامك
