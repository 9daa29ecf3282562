import { keyword, question, say } from "./answers";
import { five } from "./parts";

/**
 * What no resident should have to look for, whatever the hour: the emergency numbers, somebody to talk to, a house in the
 * dark. `health`: who in the city listens by day, with the demo's number. 119 and 110 are the same all over Japan.
 */
export const lifelines = (health: string, reviewed: string) => [
  keyword("emergency-numbers", {
    title: "119番・110番",
    reading: "ひゃくじゅうきゅうばんひゃくとおばん",
    also: "119、110、救急車、救急車を呼びたい、火事です、火事、事件です、助けて、たすけて、emergency",
    answer: say(
      five(
        "命の危険があるときは、このトークではなく電話をしてください。\n火事・救急は119、事件・事故は110です。24時間つながります。\n話せないときは、119は「NET119」、110は「110番アプリ」でも知らせられます。",
        "いのちが あぶない ときは いますぐ 電話してください。火事と 救急車は 119です。けいさつは 110です。よるも つながります。",
        "If a life is in danger, please phone, do not write here: 119 for fire and ambulance, 110 for the police, at any hour.",
        "有生命危险时，请立即打电话，不要在这里留言：火灾和急救119，警察110，24小时接听。",
        "생명이 위험할 때는 여기에 쓰지 말고 바로 전화하세요. 화재·구급 119, 경찰 110, 24시간 받습니다.",
      ),
    ),
    section: "disaster",
    reviewed,
  }),
  keyword("someone-to-talk-to", {
    title: "つらい気持ちを話したい",
    reading: "つらいきもちをはなしたい",
    also: "死にたい、消えたい、自殺、生きるのがつらい、もう限界、人と話したい、しにたい、I want to die",
    answer: say(
      five(
        `書いてくださって、ありがとうございます。\nいま命の危険があるときは、119に電話してください。\n夜も休みの日も話を聞く電話やSNSの窓口が、厚生労働省の「まもろうよ こころ」にまとまっています。名前は言わなくてかまいません。\n昼間は市でも話を聞きます。お問い合わせ：${health}`,
        "書いて くれて ありがとうございます。いのちが あぶない ときは 119に 電話してください。「まもろうよ こころ」で はなしを 聞く 人を さがせます。なまえは いりません。",
        "Thank you for telling us. If you are in danger now, call 119. The Ministry of Health's page 「まもろうよ こころ」 lists people who listen by phone or chat, at night too. You need not give a name.",
        "谢谢您告诉我们。如有生命危险请拨打119。厚生劳动省的网页「まもろうよ こころ」列有夜间也能倾诉的电话和聊天窗口，无需姓名。",
        "말씀해 주셔서 감사합니다. 지금 위험하다면 119에 전화하세요. 후생노동성의 「まもろうよ こころ」에서 밤에도 이야기를 들어주는 전화와 채팅 창구를 찾을 수 있습니다. 이름은 필요 없습니다.",
      ),
    ),
    section: "disaster",
    reviewed,
  }),
  question("power-outage", {
    title: "停電しているときは？",
    reading: "ていでんしているときは",
    also: "停電、停電しています、電気がつかない、電気が来ない、いつ停電が直るか、でんきが つきません、power outage",
    answer: say(
      five(
        "ご近所も暗いときは、電力会社の「停電情報」のページやアプリで、範囲と直る見込みを確かめられます。ご自宅だけのときは、ブレーカーを見てください。\n切れて垂れた電線には近づかず、電力会社か110へ。ろうそくより電灯を使い、電気ストーブなどは切っておいてください。",
        "ちかくの 家も くらい ときは 電力会社の ページを 見てください。じぶんの 家だけの ときは ブレーカーを 見てください。切れた 電線に さわらないでください。",
        "If your neighbours are in the dark too, the power company's outage page says where and until when. If it is only you, check the breaker. Stay away from fallen wires.",
        "如果附近也停电，请在电力公司的停电信息网页查看范围和恢复时间。如只有自家停电，请检查断路器。请勿靠近掉落的电线。",
        "주변도 정전이면 전력회사의 정전 정보 페이지에서 범위와 복구 예정을 확인하세요. 우리 집만이라면 차단기를 확인하세요. 끊어진 전선에는 가까이 가지 마세요.",
      ),
    ),
    section: "disaster",
    reviewed,
  }),
];
