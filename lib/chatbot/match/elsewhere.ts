import { foldWords } from "../fold";

const words = (text: string): string[] => text.trim().split(/\s+/).map(foldWords);

/** What people say to a bot that is no question; it may still be a keyword. */
const SMALL_TALK = new Set(
  words(`はい いいえ うん ううん いや ええ ok おけ オッケー 了解 了解です りょうかい わかりました 分かりました わかった 分かった なるほど
    ありがとう ありがと ありがとうございます ありがとうございました ありがとうね どうも サンキュー thanks 感謝
    こんにちは こんにちわ こんばんは こんばんわ おはよう おはようございます はじめまして 初めまして よろしく よろしくお願いします よろしくおねがいします
    さようなら バイバイ またね おやすみ おやすみなさい お疲れ様 お疲れ様です おつかれさま お世話になります お世話になっています
    すみません すいません ごめん ごめんなさい ごめんね もしもし ねえ ねえねえ おい あの えっと 助けて たすけて 教えて おしえて 誰か だれか だれかいますか
    テスト test てすとです あ あー ああ え えー へえ ほう ふーん うーん んー おお わあ 笑 w ww www かわいい すごい 本当 ほんと まじ やった
    これ それ あれ どれ これは それは もの なに 何 何か なにか いつ どこ だれ 誰 なぜ どうして どう いくら なんで
    ばか バカ あほ アホ 死ね しね うざい つまらない だめ ひま 暇 ねむい 眠い つかれた 疲れた おなかすいた 元気 げんき 好き きらい 嫌い
    メニュー ヘルプ help start スタート 開始 戻る もどる 終了 終わり やめる キャンセル 次 次へ 質問 質問です 相談 お問い合わせ 問い合わせ
    わからない わかりません 分からない 分かりません 知らない 名前 あなたは誰 あなたはだれ 人間 人間ですか 使い方 つかいかた`),
);

/** Words of a city's other business. A thing of the dictionary beside one of them is not what is asked about. */
const ELSEWHERE =
  words(`申請 手続 届 予約 相談 支払 納付 納税 納期 税金 住民税 固定資産税 更新 発行 交付 登録 解除 証明 申込 申し込 受付 接種 ワクチン
  料金 値段 費用 電話番号 連絡先 営業時間 開館 休館 開庁 閉庁 開いて 開きます やってますか やっていますか ありますか 時刻表 運行 天気 気温 天候 大会 開催 日程
  イベント 祭り まつり 観光 見学 遠足 給付 手当 補助金 助成 保険 年金 保育 幼稚園 入園 入学 学校 給食 選挙 投票 避難 地震 台風 津波 洪水 大雨 警報 注意報 停電 断水
  工事 通行 渋滞 陥没 街灯 騒音 苦情 いじめ 救急 病院 診療 当番医 検診 健診 健康診断 妊娠 出産 結婚 離婚 婚姻 出生 死亡 転入 転出 転居 引っ越 引越 住民票 戸籍 謄本 抄本
  マイナンバー 免許 求人 仕事 就職 求職 募集 ボランティア 貸出 貸し出し 借りたい ログイン アカウント パスワード 友だち 担当者 オペレーター 市長 町長 区長 議会 議員 市役所 役所
  役場 支所 図書館 市民会館 公民館 体育館 博物館 美術館 動物園 公園 駐車場 駅 おすすめ お勧め 欲しい ほしい もらいたい 買いたい 買える どこで買 売って 作りたい 取りたい 直したい
  修理 使い方 つけ方 つかない 動かない 治し方 作り方 食べ方 育て方 洗い方 レシピ 熱が 痛い かゆい 症状 感染 コロナ インフル 迷子 落とし物 遺失物 拾い 拾った なくした 無くした 盗まれ 事故 火事
  うるさい 怖い こわい 困って 壊れて 出ない 止まって 消えて 溢れ あふれ 空いて います 飼いたい 飼い方 生活保護 介護保険 障害者 手帳を 奨学金 成人式 人口 広報`);

/** Said by itself when it is about putting something out: then it is no other business. */
const GARBAGE = words("捨て すて 処分 廃棄 分別 ごみ 出し方 出せ 何曜 回収 収集 不用品");

export const isSmallTalk = (folded: string): boolean =>
  SMALL_TALK.has(folded) || SMALL_TALK.has(folded.replace(/[ーっねよ]$/, "")) || /^(.)\1+$/u.test(folded);

/** The words of other business in a whole folded question; none when it plainly asks how to put something out. */
export const elsewhere = (folded: string): string[] =>
  GARBAGE.some((word) => folded.includes(word)) ? [] : ELSEWHERE.filter((word) => folded.includes(word));
