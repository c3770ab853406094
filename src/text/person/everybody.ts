/** Words for everybody, for nobody in particular, and for whoever types them. */
export const EVERYBODY = new Set(
  'all everyone everybody anyone anybody someone somebody nobody team me myself us you them 所有人 大家 全部 全体 所有 每个人 任何人 各位 我 我自己 自己 我们 你 您 他 她 他们'.split(
    ' ',
  ),
);
