/** Words before a thing that do not change which thing it is, in folded words. */
const BEFORE =
  /^(?:すみません|すいません|あの|えっと|教えて(?:ください|下さい)?|(?:もう)?(?:古|ふる)(?:い|くなった)|使い?(?:古し|古した|古しの|終わった|切った|きった|終えた|捨ての)|使用済みの?|(?:使|つか)った|(?:使|つか)わなくなった|(?:要|い)らな(?:い|くなった)|不[要用](?:な|になった|の)?|壊れた|こわれた|割れた|われた|破れた|やぶれた|折れた|欠けた|切れた|汚れた|よごれた|余った|あまった|残った|のこった|腐った|期限切れの|賞味期限切れの|空っぽの|空の|からの|飲み終わった|食べ終わった|読み終わった|大きな|大きい|小さな|小さい|新品の|中古の|家庭用の?|(?:家|うち|自分|子ども|子供|こども)の|大量の|たくさんの)/;
/** The same after it. */
const AFTER =
  /(?:(?:を|が)?(?:はがした|剥がした|洗った|切った|割れた|われた|壊れた|こわれた|破れた|余った|残った|使った|いらない|要らない|いらなくなった|使い終わった|とった|取った)?(?:やつ|もの|物|ごみ)|(?:が|の)(?:割れた|壊れた|こわれた|余った|いらなくなった|余り|あまり|残り)|類|など|等|一式|全般|の?本体|[0-9]+[個本枚つ台])$/;

const HONORIFIC = /^[おご御](?=.{2})/;

/** The thing alone, from least to most taken away; without the words themselves. */
export function plainer(folded: string): string[] {
  const found: string[] = [];
  let text = folded;
  for (let before = ""; before !== text && text !== ""; ) {
    before = text;
    text = text.replace(BEFORE, "") || text;
    text = text.replace(AFTER, "") || text;
    if (text !== before) found.push(text);
  }
  const bare = text.replace(HONORIFIC, "");
  return bare === text ? found : [...found, bare];
}
