/** Ways to end a question that say nothing about its subject, in folded words. Tried again until none is left. */
const ENDINGS: readonly RegExp[] = [
  // Politeness and particles at the end.
  /(?:です|ます|でしょう|だろう|でした)(?:か|かね|かな|よね|が|けど)*$/,
  /(?:を)?(?:教えて|おしえて|知りたい|しりたい|聞きたい|ききたい)(?:ください|下さい|ほしい|欲しい|いただけ|もらえ|ん|の|です|ます|けど|が|か)*$/,
  /(?:お願い|おねがい)(?:いた|致)?(?:し|します)?$/,
  // What to do with it.
  /(?:の|は|って|を|が)?(?:どう|どうやって|どのように|どうしたら|どうすれば)(?:捨て|すて|出|だ|処分|しょぶん|処理|廃棄|分別|し)(?:る|す|たら|せば|れば|したら|すれば|ます|いい|よい|良い|の|ん|か|な)*$/,
  /(?:の|は|を|って)?(?:捨て方|すてかた|捨てかた|出し方|だし方|だしかた|出しかた|分別|ぶんべつ|区分|処分|しょぶん|処分方法|分け方|わけ方|わけかた|捨てる方法|廃棄方法)(?:は|を|が|の方法|方法)?$/,
  /(?:は|を|って)?(?:捨て|すて|出し|だし|処分し)(?:たい|る|ます|たら|て)(?:ん|の|です|けど|が|か|は|いい|よい|です)*$/,
  // Which kind, which day, where.
  /(?:は|って|の)?(?:何|なん|なに|どの|どれ|何の|なんの)(?:ごみ|塵|分別|区分|曜日|ようび|袋)?(?:に|で|へ)?(?:捨て|すて|出|だ|なる|なり|入る|いれる|入れる)?(?:る|す|せる|せば|ます|れば|いい|よい|の|か)*$/,
  /(?:は|って)?(?:いつ|どこ|何曜日)(?:に|で|へ)?(?:捨て|すて|出|だ)?(?:る|す|せる|せば|せ|れば|られる|ます|いい|よい|の|か)*$/,
  /(?:は|って|の|が|を|も)+$/,
];

/** The subject of a folded question, without the sentence around it; empty when nothing else was said. */
export function withoutFrame(folded: string): string {
  let text = folded;
  for (let before = ""; before !== text; ) {
    before = text;
    for (const ending of ENDINGS) text = text.replace(ending, "");
  }
  return text;
}
