/**
 * Ordinary words that are also names of initiatives and partners. At the beginning of a sentence such a word alone says
 * nothing.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'future hope horizon start open step bridge vision impact path spark wave focus target element union ' +
    'будущее надежда горизонт старт шаг мост перспектива импульс вектор поколение прорыв успех диалог истоки наследие единство ' +
    'келешек болашақ үміт бастау серпін қадам көпір мұра бірлік шабыт жол табыс өркен ұрпақ ниет сенім дана жас'
  ).split(' '),
)
