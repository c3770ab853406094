/** Who is ill or hurt and says so to move what was agreed, or asks before buying: nobody is blamed. */
export const nobodysFault =
  /^(?!.*(?:你们?的?(?!名片)|你家|您家|贵店|吃(?:了|完)|喝(?:了|完)|用(?:了|完)|敷|涂|抹|做完|买的)).*(?:请(?:个|一天|两天)?假|(?:来|去|上|到)不了|不(?:上|来|去|能来|能去|过去)了?|改(?:天|期|到|时间|一下|日)|挪|停(?:一|两|几)?(?:周|次|天|课|个月)|留着|推迟|延后|晚(?:几|两|一)天|出院|订束|探病)|过敏[^。!?]{0,14}(?:能|可以|哪[款种个]|有没有|吗|么|\?)|(?:防|抗|会不会|会|怕|容易|不)过敏(?!了)|^(?!.*(?:你们?|用了|吃了)).*对[^,。]{1,8}过敏(?!了)/su;

/** Late oneself, and saying so beforehand or sorry for it. */
export const lateOneself =
  /堵车|路上|不好意思|抱歉|对不起(?!我)|我[^,。]{0,6}(?:迟到|晚到)|(?:会|要|得|可能|大概|估计)(?:迟到|晚到)/u;

/** A court, a hospital or a lawyer as a place, a trade or a customer. */
export const onlyNamed =
  /律师(?:事务所|所|楼|证|形象|行业|袍)|我是[^,。]{0,3}律师|(?:医院|派出所|法院)(?:旁|对面|附近|门口|那家|那边|隔壁|后面|食堂|上班|工作)/u;
