package city.whistle.workers.resident;

/**
 * How numbers, accounts and names that lead to a person are written, and numbers that lead to
 * nobody and stay. Expressions over {@link city.whistle.workers.text.PlainText}.
 */
final class NumberRules {

  /** What people put between the digits of a number. */
  static final String GAP = "[ \\-—–_.·•*()（）]";

  /** What counts something: a number before it is none of a person's. */
  static final String MEASURE =
      "(?! ?(?:年|个?月|日|元|块|万|亿|千|百|余|多|来|几|人|名|位|次|个|件|天|小时|分|秒|点|时|米|公里|平|立方|吨|度|℃"
          + "|摄氏|公?斤|克|[kK][gGmMwWvV]|[mM²㎡](?![A-Za-z])|%|路|辆|台|部|棵|株|只|条|套|级|瓦|伏|医院|中学|小学"
          + "|报警|火警|急救|出警|热线|指挥))(?!\\.[0-9])(?!:[0-9])";

  private static final String CHINESE_DIGIT = "[0-9〇零○一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]";
  private static final String EXTENSION =
      "(?: ?(?:转|轉|分机号?|内线|[eE][xX][tT]\\.?|[xX#\\-—]) ?[0-9]{1,6})?(?![0-9])";
  private static final String COUNTRY = "(?:(?:\\+|00)?86" + GAP + "{0,2})";

  private static final String MOBILE =
      "(?<![0-9])" + COUNTRY + "?1" + GAP + "{0,2}[3-9](?:" + GAP + "{0,2}[0-9]){9}(?![0-9])";
  private static final String SPOKEN_MOBILE =
      "(?<![0-9])[1一幺壹] ?[3-9三四五六七八九叁肆伍陆柒捌玖](?:[ \\-]?" + CHINESE_DIGIT + "){9}(?![0-9])";
  private static final String LANDLINE =
      "(?<![0-9])[(（]?(?:"
          + COUNTRY
          + "[(（]?0?|0)(?:10|2[0-9]|[3-9][0-9]{2})[)）]?"
          + GAP
          + "{0,3}[2-9](?:"
          + GAP
          + "?[0-9]){6,7}"
          + EXTENSION;
  private static final String LOCAL_LINE =
      "(?<![0-9A-Za-z.#])[2-8](?:[0-9]{7}|[0-9]{3}[ \\-—–][0-9]{4}|[0-9]{6})(?![0-9])"
          + MEASURE
          + EXTENSION;
  private static final String FOREIGN_LINE =
      "(?:\\+|(?<![0-9])00)[1-9][0-9]{0,2}(?:" + GAP + "{0,2}[0-9]){6,12}(?![0-9])";

  /** Identity and bank cards, however they are grouped. */
  private static final String CARD =
      "(?<![0-9A-Za-z])[0-9](?:[ \\-—·.]?[0-9]){13,18}[Xx]?(?![0-9A-Za-z])";

  /** Accounts, orders, meters. */
  private static final String ACCOUNT = "(?<![0-9A-Za-z])[0-9]{9,13}[Xx]?(?![0-9])" + MEASURE;

  private static final String DOCUMENT =
      "(?<=(?:护照|通行证|军官证|居住证|驾驶证|社保卡|医保卡|学生证|身份证)(?:号码?)?[:：是为 ]{0,2})"
          + "(?=[A-Za-z0-9]*[0-9]{4})[A-Za-z0-9]{6,20}";
  private static final String PLATE =
      "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-Za-hj-z] ?[·•.\\- ]?"
          + "(?=(?:[A-Za-z]?[0-9]){3})[A-Za-z0-9]{5,6}(?![A-Za-z0-9])[挂学警港澳]?";
  private static final String MAIL =
      "[\\p{IsLatin}0-9._%+-]{1,64} ?@ ?(?:[\\p{IsLatin}0-9-]+(?:\\.[\\p{IsLatin}0-9-]+)+"
          + "|[\\p{IsHan}\\p{IsLatin}0-9-]+\\.(?:中国|公司|网络|[A-Za-z]{2,}))";
  private static final String ACCOUNT_NAME =
      "(?<=(?:微信|微信号|薇信|威信|[Ww]ei[Xx]in|[Ww]e[Cc]hat|WECHAT|[Ww][Xx]|[Vv][Xx]|抖音号?|快手号?|支付宝|微博|[Qq]{2}|扣扣)(?:号码?|群|账号|[Ii][Dd]|同号)?(?:是|为|叫)?[:："
          + " ]{0,2})(?:[A-Za-z][-_A-Za-z0-9]{5,19}|[0-9]{5,12})";

  private static final String SURNAME =
      "(?:欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|令狐|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
          + "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢"
          + "路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简"
          + "娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扎明沙薄伏岑习胥保和蔺])";
  private static final String WORD = "[\\p{IsHan}&&[^的了是在有和与及们向被把对就都也]]";
  private static final String ADDRESSED =
      SURNAME + WORD + "{0,2}(?=先生|女士|小姐|太太)|" + SURNAME + "(?=大爷|大妈|阿姨|奶奶|爷爷|大姐|大哥|老太)";
  private static final String NAMED =
      "(?<=(?:姓名|联系人|业主|住户|当事人|举报人|诉求人|投诉人|反映人|来电人|申请人|户主|租户|房主|房东|我叫|名叫|叫做)[:： ]{0,2})"
          + SURNAME
          + "\\p{IsHan}{1,2}(?=$|[^\\p{IsHan}]|电话|手机|身份证|先生|女士|住|来电|微信|反映|投诉|举报)";

  /** What is a number, or holds one, and is nobody's. */
  static final String KEPT =
      String.join(
          "|",
          "(?<![0-9A-Fa-f-])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![0-9A-Fa-f-])",
          "(?<![0-9A-Za-z])W?20[0-9]{6}-[0-9]{6,12}(?![0-9])",
          "(?<![0-9])(?:19|20)[0-9]{2}([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])(?:[T"
              + " ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?",
          "(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])",
          "(?<![A-Za-z])(?:GBZ?|DB[0-9]{0,2}|JGJ|CJJ?|HJ|ISO|IEC|YD|TB|JG|GA|WS|SB|NB|DL|CECS)(?:/[TZ])?"
              + " ?[0-9]{2,6}(?:[.-][0-9]+)*",
          "[〔\\[(（【][0-9]{4}[〕\\])）】]第?[0-9]+号",
          "第 ?[0-9]+(?:[-—][0-9]+)?号",
          "(?<![0-9])[48]00[ \\-—]?[0-9](?:[ \\-—]?[0-9]){6}(?![0-9])",
          "(?<![0-9])11[0-9]{4}(?:[0-9]{3}){0,2}(?![ -]?[0-9])",
          "[0-9]+号线");

  /** What is masked. */
  static final String MASKED =
      String.join(
          "|",
          MAIL,
          MOBILE,
          SPOKEN_MOBILE,
          LANDLINE,
          FOREIGN_LINE,
          CARD,
          DOCUMENT,
          ACCOUNT_NAME,
          PLATE,
          LOCAL_LINE,
          ACCOUNT,
          ADDRESSED,
          NAMED);

  private NumberRules() {}
}
