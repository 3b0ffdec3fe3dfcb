// Made from web/openapi.json; 4774cb6c2baeb66f9c4a9a8fbc47c356d78a85edc1e60c8707a2609052117630
export interface paths {
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历：各年的版本、缺少的年份、重算情况 */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件需要而没有的年份 */
        get: operations["readMissingYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的工作日历 */
        get: operations["readCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存草稿；发布之前不影响任何办件 */
        put: operations["saveCalendarDraft"];
        post?: never;
        /** 放弃草稿 */
        delete: operations["dropCalendarDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}/draft/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布草稿，重算所有在办件的时限 */
        post: operations["publishCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/benefits/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各月的发放名册 */
        get: operations["listBenefitLists"];
        put?: never;
        /** 生成月度发放名册 */
        post: operations["makeBenefitList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/benefits/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 发放名册 */
        get: operations["readBenefitList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/benefits/lists/{id}/finance-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 财政核拨并交代发银行 */
        post: operations["approveBenefitList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/benefits/lists/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新发放已更正的失败记录 */
        post: operations["resendBenefitList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/benefits/lines/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 村（社区）更正发放失败的账户 */
        post: operations["correctBenefitLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 效能监督看板：在办、到期、超期、停办、亮牌 */
        get: operations["readBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项指标里的办件 */
        get: operations["listSupervisedCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办结件的统计 */
        get: operations["readStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/statistics/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计导出为表格 */
        get: operations["downloadStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/league": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 效能考核名次 */
        get: operations["readLeague"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/league/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 效能考核导出为表格 */
        get: operations["downloadLeague"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/heat/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有在办件的流程版本 */
        get: operations["listHeatVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/heat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程图上的热力：在办与用时 */
        get: operations["readHeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/heat/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 热力导出为表格 */
        get: operations["downloadHeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 监督范围内的单位，按名称查 */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 亮牌规则的全部版本 */
        get: operations["listCardRules"];
        put?: never;
        /** 新的亮牌规则 */
        post: operations["addCardRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-rules/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 现在就按规则查一遍 */
        post: operations["evaluateCardRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/card-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 规则的新版本，从某天起生效 */
        put: operations["changeCardRule"];
        post?: never;
        /** 规则从今天起停用 */
        delete: operations["endCardRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预警、黄牌、红牌 */
        get: operations["listCards"];
        put?: never;
        /** 人工亮牌 */
        post: operations["issueCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张牌和它的经过 */
        get: operations["readCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 被亮牌的单位答复 */
        post: operations["answerCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认亮牌 */
        post: operations["confirmCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予亮牌 */
        post: operations["dismissCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认可答复 */
        post: operations["acceptCardAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复退回补充 */
        post: operations["returnCardAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销亮牌 */
        post: operations["revokeCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办件 */
        get: operations["listOrders"];
        put?: never;
        /** 发督办 */
        post: operations["issueOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件督办和它的经过 */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 被督办的单位答复 */
        post: operations["replyToOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认可答复，办结 */
        post: operations["acceptOrderReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复退回补充，可以改期 */
        post: operations["returnOrderReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回督办 */
        post: operations["withdrawOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我保存的查询 */
        get: operations["listSavedQueries"];
        put?: never;
        /** 保存查询；同名的被替换 */
        post: operations["saveQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-queries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除我保存的查询 */
        delete: operations["deleteSavedQuery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 催办间隔与考核分值的全部版本 */
        get: operations["listSupervisionSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-settings/urges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 催办间隔，从某天起 */
        put: operations["setUrgeLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supervision-settings/appraisal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 考核分值，从某天起 */
        put: operations["setAppraisalPoints"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历次导入 */
        get: operations["listBringingOvers"];
        put?: never;
        /** 上传并逐行检查（预演）：什么都没有导入 */
        post: operations["checkBringingOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载模板 */
        get: operations["downloadBringingOverTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传一份原系统的材料；表格的“材料文件”一列按文件名引用它 */
        post: operations["keepBringingOverFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入办到哪里了 */
        get: operations["readBringingOver"];
        put?: never;
        post?: never;
        /** 放弃只检查过的文件 */
        delete: operations["dropBringingOver"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逐行的结果 */
        get: operations["listBringingOverLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bringing-overs/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始导入没有错误的行 */
        post: operations["runBringingOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各部分是否都在运行 */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务在各进程中的运行情况 */
        get: operations["listRecurringTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查审计日志，新的在前 */
        get: operations["searchAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计链的状态 */
        get: operations["readAuditChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的信用：记录、限制，和省信用平台的记录 */
        get: operations["readCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/records/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对一条记录提出异议，或者申请信用修复 */
        post: operations["askAboutCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/department": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门作出的信用记录和收到的申请 */
        get: operations["listDepartmentCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit/requests/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理异议或者信用修复申请 */
        post: operations["decideCreditRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁、有哪些岗位 */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** 退出登录 */
        delete: operations["logout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 去省统一身份认证登录 */
        get: operations["login"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从省统一身份认证回来 */
        get: operations["loginCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选择岗位 */
        post: operations["choosePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下级行政区划 */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各类事项的时限规则，含历次版本 */
        get: operations["listClockRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock-rules/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布一类事项的时限规则 */
        post: operations["publishClockRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以申办的事项 */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项和它的办事指南 */
        get: operations["readItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请表 */
        get: operations["readItemForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{code}/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 情形引导：要办哪些、要交什么 */
        post: operations["readSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部决策文件 */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查决策文件 */
        post: operations["lintDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算尚未保存的决策 */
        post: operations["tryDecisionXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个决策文件的各个版本 */
        get: operations["listDecisionVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/versions/{version}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的决策文件 */
        get: operations["readDecisionVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/versions/{version}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算一个版本的决策 */
        post: operations["tryDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存决策草稿 */
        put: operations["saveDecisionDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/draft/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布决策草稿 */
        post: operations["publishDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部流程 */
        get: operations["listProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查流程图 */
        post: operations["lintProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 读入流程文件，不保存 */
        post: operations["importProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个流程的各个版本 */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/versions/{version}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的流程图 */
        get: operations["readVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存草稿 */
        put: operations["saveProcessDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/draft/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布草稿 */
        post: operations["publishProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/adapter-bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外部任务对照表 */
        get: operations["listAdapterBindings"];
        put?: never;
        /** 为外部任务选择适配器 */
        post: operations["addAdapterBinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/adapter-bindings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 改选适配器 */
        put: operations["changeAdapterBinding"];
        post?: never;
        /** 删除一行对照 */
        delete: operations["removeAdapterBinding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timer-starts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 定时启动的流程 */
        get: operations["listTimerStarts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timer-starts/{process}/{element}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 指定在哪里、以谁为申请人启动 */
        put: operations["setTimerStart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我提交的操作办得怎样了 */
        get: operations["readCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布消息：恰好送达一个等待它的办件 */
        post: operations["publishMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 消息送到了哪里 */
        get: operations["readMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发出信号：送达此刻等待它的所有办件 */
        post: operations["throwSignal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理中的异常 */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个异常和当时的变量 */
        get: operations["readIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正后一并重试 */
        post: operations["retryIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正后重试 */
        post: operations["retryIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 归档包 */
        get: operations["listArchives"];
        put?: never;
        /** 将一个已办结的办件归档；退回的重新归档 */
        post: operations["requestArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/{id}/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载归档包 */
        get: operations["downloadArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传一个文件 */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一个文件 */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的证照 */
        get: operations["listLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/licences/{identifier}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延续、变更、补证、注销：得到一份草稿 */
        post: operations["changeLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待用印审批、退回和正在用印的文书 */
        get: operations["listWaitingDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份文书；申请人首次打开即为电子送达 */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书的 PDF */
        get: operations["readDocumentPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/sealing-retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即再试一次用印 */
        post: operations["retrySealing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记窗口领取或邮寄送达 */
        post: operations["deliverDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书种类 */
        get: operations["listDocumentKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds/{kind}/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 用印是否审批、由谁审批 */
        put: operations["changeDocumentSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds/{kind}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 模板的各个版本 */
        get: operations["listDocumentTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存模板草稿 */
        put: operations["saveDocumentTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds/{kind}/template/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布模板草稿 */
        post: operations["publishDocumentTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-kinds/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 以样例数据预览 PDF */
        post: operations["previewDocumentTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 机关代字 */
        get: operations["listDocumentWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/document-words/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登记机关代字 */
        put: operations["changeDocumentWord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验一份文书 */
        get: operations["verifyDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/{code}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 所持文件与原件是否相同 */
        post: operations["compareDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我申办的办件 */
        get: operations["listCases"];
        put?: never;
        /** 提交申请：草稿成为办件 */
        post: operations["submitCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件 */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/diagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程图和办到哪里了 */
        get: operations["readDiagram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申请 */
        post: operations["withdrawCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补正 */
        post: operations["supplementCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本窗口收的件，或者转给本部门的件 */
        get: operations["listCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 收件凭证：谁、何时、在哪里收的 */
        get: operations["readCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/collection/forwarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 异地代收：窗口把材料转交承办部门 */
        post: operations["forwardPapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/collection/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 异地代收：承办部门收到材料 */
        post: operations["receivePapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门、本窗口待寄出、待领取的结果 */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 结果怎样送达、到了哪一步 */
        get: operations["readDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/delivery/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 邮寄：已寄出 */
        post: operations["sendResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/delivery/arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 邮寄：已签收，即为送达 */
        post: operations["resultArrived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/delivery/handing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自取：核验证件、签名后发放，即为送达 */
        post: operations["handOutResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的草稿 */
        get: operations["listDrafts"];
        put?: never;
        /** 新建草稿 */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份草稿 */
        get: operations["readDraft"];
        /** 保存草稿（可以不全） */
        put: operations["saveDraft"];
        post?: never;
        /** 删除草稿 */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{id}/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 草稿的情形引导：要办哪些、要交什么、可以选择哪些办理方式 */
        post: operations["readDraftSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 收件、承诺书、容缺后补的材料 */
        get: operations["readWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/inspection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这项核查要不要两人、谁可以同行、笔录到哪一步 */
        get: operations["readInspection"];
        put?: never;
        /** 记录核查，请同行核查人确认 */
        post: operations["proposeInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件现在停在哪里、可以从哪里开始 */
        get: operations["readPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/modification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整环节：取消、跳过、退回、从某处开始 */
        post: operations["modifyCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/migration-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预演迁移：什么都不改变 */
        post: operations["previewMigration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把在办件迁移到另一版本 */
        post: operations["migrateCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process-migrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 迁移办到哪里了 */
        get: operations["readMigration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/legal-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件的法律状态、时限、经过，和现在可以办理的行为 */
        get: operations["readLegalActs"];
        put?: never;
        /** 办理一项法律行为：特别程序、挂起、转报、终止、送达 … */
        post: operations["actInLaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出延期，由有权批准的人审批（行政许可法 42） */
        post: operations["askForExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 省公共支付：已缴款 */
        post: operations["noticePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/department-system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 部门系统：办到哪一步 */
        post: operations["noticeDepartmentSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 其他系统发布消息：恰好送达一个等待它的办件，暂无则保留 */
        post: operations["noticeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本岗位的待办 */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个任务和它的办件 */
        get: operations["readTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以驳回到哪里，会有什么影响 */
        get: operations["readReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存写了一半的意见和表单，不检查 */
        put: operations["saveTaskDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务的操作记录 */
        get: operations["readTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以转办、委派、加签、抄送的人，按部门 */
        get: operations["readDesks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 签收 */
        put: operations["claimTask"];
        post?: never;
        /** 退签 */
        delete: operations["releaseTask"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理：结论、意见、表单 */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办：给同部门或同条线的人，或部门 */
        post: operations["transferTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/delegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 委派：同事看过后交回，由委派人办理 */
        post: operations["delegateTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/delegation/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 交回委派人，附意见 */
        post: operations["answerDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/delegation/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 收回委派 */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/sign-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 加签：前或后，会签、或签、依次 */
        post: operations["addSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/sign-offs/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 减签：去掉还没有开始的加签人 */
        post: operations["removeSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 驳回：到上一步、更早的环节或申请人 */
        post: operations["returnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拿回：后面还没有人办理时；会签中自己的一票，在会签结束前 */
        post: operations["recallTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 抄送 */
        post: operations["copyTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/copies/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回抄送：收到的人不能再看这个办件 */
        post: operations["recallCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/task-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量签收；每个任务的真实结果 */
        post: operations["claimTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/task-completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量办理（事项允许的环节）；每个任务的真实结果 */
        post: operations["completeTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{number}/urges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办（申请人或监督人员） */
        post: operations["urgeCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/task-copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抄送给我的 */
        get: operations["listCopies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/task-copies/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已看 */
        post: operations["readCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的同事（可以请其代理） */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的代理人，和我代理的人 */
        get: operations["listDeputies"];
        put?: never;
        /** 请人代理：从哪天到哪天 */
        post: operations["nameDeputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deputies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束代理 */
        delete: operations["revokeDeputy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我保存的视图，带数量 */
        get: operations["listInboxViews"];
        put?: never;
        /** 保存视图；同名的替换 */
        post: operations["saveInboxView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除视图 */
        delete: operations["removeInboxView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opinion-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的常用意见 */
        get: operations["listOpinionTemplates"];
        put?: never;
        /** 加一条常用意见 */
        post: operations["addOpinionTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/opinion-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除常用意见 */
        delete: operations["removeOpinionTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/window/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 为窗口前的人录入申请：核验身份，得到一份草稿 */
        post: operations["enterAtWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CalendarVersionDto: {
            version: number;
            /** @description 依据的文件 */
            source: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description 谁发布的；null = 平台自带 */
            publishedBy: string | null;
        };
        CalendarDraftDto: {
            /** @description 从 1 月 1 日起每天一个字符：1 = 工作日，0 = 休息日 */
            days: string;
            editedBy: string;
            /** Format: date-time */
            editedAt: string;
        };
        CalendarYearDto: {
            year: number;
            /** @description 已发布的版本；null = 没有数据 */
            version: number | null;
            /** @description 从 1 月 1 日起每天一个字符：1 = 工作日，0 = 休息日 */
            days: string | null;
            /** @description 历次发布，新的在前 */
            versions: components["schemas"]["CalendarVersionDto"][];
            draft: components["schemas"]["CalendarDraftDto"] | null;
            /** @description 上一版，用来看出改了哪些天 */
            previousDays: string | null;
        };
        MissingYearsDto: {
            /** @description 办件需要而没有工作日历的年份 */
            years: number[];
            /** @description 时限待日历的办件数 */
            pendingCases: number;
        };
        ReplanningDto: {
            id: string;
            year: number;
            version: number;
            /** Format: date-time */
            at: string;
            /** @description 重算时限的在办件数 */
            cases: number;
            /** @description 提前到期的 */
            earlier: number;
            /** @description 推后到期的 */
            later: number;
            /** @description 原来待日历、现在有了日期的 */
            becameKnown: number;
            /** @description 仍待日历的 */
            pending: number;
            /** @description 重算用时，毫秒 */
            milliseconds: number;
            /** @description 要通知流程的办件数 */
            toTell: number;
            /** @description 已经通知的 */
            told: number;
        };
        CalendarDto: {
            years: components["schemas"]["CalendarYearDto"][];
            missing: components["schemas"]["MissingYearsDto"];
            /** @description 最近的重算，新的在前 */
            replannings: components["schemas"]["ReplanningDto"][];
        };
        CalendarDaysDto: {
            /** @description 从 1 月 1 日起每天一个字符：1 = 工作日，0 = 休息日 */
            days: string;
        };
        PublishCalendarDto: {
            /** @description 依据的文件，如 国办发明电〔2026〕1号 */
            source: string;
        };
        NewBenefitListDto: {
            /**
             * @description 事项编码
             * @example 210511001000
             */
            item: string;
            /**
             * @description 发放月份
             * @example 2026-12
             */
            month: string;
            /**
             * @description 县（市、区）代码；默认为当前岗位所在的县
             * @example 210381
             */
            region?: string;
        };
        BenefitLineDto: {
            id: string;
            caseNumber: string;
            name: string;
            /** @description 分 */
            amountCents: number;
            accountMasked: string;
            /** @enum {string} */
            state: "listed" | "sent" | "paid" | "failed" | "corrected";
            /** @description 银行回盘的失败原因 */
            reason: string | null;
        };
        BenefitListDto: {
            id: string;
            item: string;
            /** @example 2026-12 */
            month: string;
            /** @example 210381 */
            region: string;
            /**
             * @description 已造册、已核拨（银行处理中）、已回盘（有失败）、全部发放
             * @enum {string}
             */
            state: "prepared" | "approved" | "returned" | "closed";
            /** @description 分 */
            totalCents: number;
            lines: components["schemas"]["BenefitLineDto"][];
        };
        BenefitListSummaryDto: {
            id: string;
            item: string;
            /** @example 2026-12 */
            month: string;
            /** @example 210381 */
            region: string;
            /** @example 海城市 */
            regionName: string;
            /** @enum {string} */
            state: "prepared" | "approved" | "returned" | "closed";
            /** @description 人数 */
            lines: number;
            /** @description 等待更正的失败记录数 */
            failed: number;
            /** @description 分 */
            totalCents: number;
        };
        BenefitListsDto: {
            items: components["schemas"]["BenefitListSummaryDto"][];
            next: string | null;
        };
        AccountCorrectionDto: {
            /**
             * @description 更正后的社会保障卡金融账户
             * @example 6217990000000012345
             */
            account: string;
        };
        BoardPlaceDto: {
            /** @description 所在的层级 */
            dimension: string;
            key: string;
            name: string;
        };
        FiguresDto: {
            open: number;
            dueSoon: number;
            overdue: number;
            statutoryOverdue: number;
            promisedOverdue: number;
            acceptanceOverdue: number;
            deliveryOverdue: number;
            paused: number;
            pausedLong: number;
            returnedOften: number;
            lateEntry: number;
            steps: number;
            stepsDueSoon: number;
            stepsOverdue: number;
            refusedAcceptance: number;
            lateEntryFinished: number;
            warningCards: number;
            yellowCards: number;
            redCards: number;
            orders: number;
        };
        BoardRowDto: {
            key: string;
            name: string;
            figures: components["schemas"]["FiguresDto"];
        };
        BoardDto: {
            /** @enum {string} */
            group: "county" | "township" | "line" | "department" | "item" | "step" | "handler";
            /** @description 从全市到这里 */
            path: components["schemas"]["BoardPlaceDto"][];
            rows: components["schemas"]["BoardRowDto"][];
            total: components["schemas"]["FiguresDto"];
            /**
             * Format: date-time
             * @description 这些数字的时刻
             */
            at: string;
        };
        SupervisedCaseDto: {
            number: string;
            itemName: string;
            state: string;
            stateName: string;
            regionName: string;
            /** @description 主办部门 */
            department: string;
            step: string | null;
            stepDepartment: string | null;
            handler: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            statutoryDue: string | null;
            /** Format: date-time */
            promisedDue: string | null;
            /** Format: date-time */
            stepDue: string | null;
            /** Format: date-time */
            pausedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            returned: number;
            /**
             * @description 灯：自动
             * @enum {string}
             */
            light: "red" | "yellow" | "warning" | "green" | "none";
            /** @description 牌：已发出、未了结的 */
            cards: string[];
        };
        SupervisedCaseListDto: {
            items: components["schemas"]["SupervisedCaseDto"][];
            next: string | null;
        };
        MeasuresDto: {
            key: string;
            name: string;
            count: number;
            accepted: number | null;
            granted: number | null;
            refused: number | null;
            refusedAcceptance: number | null;
            returned: number | null;
            lateEntry: number | null;
            statutoryRate: number | null;
            promisedRate: number | null;
            statutoryDays: number | null;
            promisedDays: number | null;
            actualDays: number | null;
            promisedCompression: number | null;
            actualCompression: number | null;
            firstTimeRate: number | null;
            hours: number | null;
            stepRate: number | null;
        };
        StatisticsDto: {
            /** @enum {string} */
            group: "county" | "township" | "line" | "level" | "department" | "item" | "type" | "month" | "step" | "handler";
            rows: components["schemas"]["MeasuresDto"][];
            total: components["schemas"]["MeasuresDto"];
        };
        LeagueRowDto: {
            key: string;
            name: string;
            count: number;
            accepted: number | null;
            granted: number | null;
            refused: number | null;
            refusedAcceptance: number | null;
            returned: number | null;
            lateEntry: number | null;
            statutoryRate: number | null;
            promisedRate: number | null;
            statutoryDays: number | null;
            promisedDays: number | null;
            actualDays: number | null;
            promisedCompression: number | null;
            actualCompression: number | null;
            firstTimeRate: number | null;
            hours: number | null;
            stepRate: number | null;
            rank: number;
            score: number;
            warningCards: number;
            yellowCards: number;
            redCards: number;
        };
        LeagueDto: {
            rows: components["schemas"]["LeagueRowDto"][];
        };
        HeatVersionDto: {
            process: string;
            name: string;
            version: number;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            /** @description 在这一版本上的在办件 */
            open: number;
        };
        HeatVersionListDto: {
            items: components["schemas"]["HeatVersionDto"][];
        };
        HeatElementDto: {
            element: string;
            name: string;
            open: number;
            count: number;
            medianHours: number | null;
            p90Hours: number | null;
            late: number;
        };
        HeatDto: {
            xml: string;
            elements: components["schemas"]["HeatElementDto"][];
        };
        UnitDto: {
            id: string;
            name: string;
            line: string | null;
            level: string;
            vertical: boolean;
            county: string | null;
        };
        UnitListDto: {
            items: components["schemas"]["UnitDto"][];
        };
        RungDto: {
            /** @description 答复期限过后第几天 */
            afterDays: number;
            /**
             * @description 升为什么牌
             * @enum {string}
             */
            colour: "warning" | "yellow" | "red";
        };
        RuleDto: {
            name: string;
            /**
             * @description 什么情形亮牌
             * @enum {string}
             */
            condition: "promised-near" | "promised-passed" | "statutory-near" | "statutory-passed" | "acceptance-passed" | "delivery-passed" | "step-near" | "step-passed" | "paused-long" | "returned-often" | "late-entry" | "wrong-fee";
            /** @description 天数、次数；收费不符时为允许相差的分 */
            threshold: number;
            /** @enum {string} */
            colour: "warning" | "yellow" | "red";
            /** @description 适用的区县、乡镇；空 = 全市 */
            territory?: string | null;
            /** @description 适用的条线 */
            line?: string | null;
            /** @description 适用的部门 */
            department?: string | null;
            /** @description 适用的事项 */
            item?: string | null;
            /**
             * @description 提请确认，或自动亮牌
             * @enum {string}
             */
            issue: "proposal" | "automatic";
            /** @description 几天内答复 */
            answerDays: number;
            /** @description 不答复时怎样逐级升级 */
            ladder: components["schemas"]["RungDto"][];
            /**
             * Format: date
             * @description 从哪天起生效，YYYY-MM-DD
             */
            validFrom: string;
            id: string;
            version: number;
            /** @enum {string} */
            scope: "case" | "step";
            validTo: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description 今天是否有效 */
            current: boolean;
        };
        RuleListDto: {
            items: components["schemas"]["RuleDto"][];
        };
        RuleContentDto: {
            name: string;
            /**
             * @description 什么情形亮牌
             * @enum {string}
             */
            condition: "promised-near" | "promised-passed" | "statutory-near" | "statutory-passed" | "acceptance-passed" | "delivery-passed" | "step-near" | "step-passed" | "paused-long" | "returned-often" | "late-entry" | "wrong-fee";
            /** @description 天数、次数；收费不符时为允许相差的分 */
            threshold: number;
            /** @enum {string} */
            colour: "warning" | "yellow" | "red";
            /** @description 适用的区县、乡镇；空 = 全市 */
            territory?: string | null;
            /** @description 适用的条线 */
            line?: string | null;
            /** @description 适用的部门 */
            department?: string | null;
            /** @description 适用的事项 */
            item?: string | null;
            /**
             * @description 提请确认，或自动亮牌
             * @enum {string}
             */
            issue: "proposal" | "automatic";
            /** @description 几天内答复 */
            answerDays: number;
            /** @description 不答复时怎样逐级升级 */
            ladder: components["schemas"]["RungDto"][];
            /**
             * Format: date
             * @description 从哪天起生效，YYYY-MM-DD
             */
            validFrom: string;
        };
        CardRuleVersionDto: {
            id: string;
            version: number;
        };
        EvaluationDto: {
            /** @description 提请确认的 */
            proposed: number;
            /** @description 自动亮牌的 */
            issued: number;
            /** @description 升级的 */
            escalated: number;
        };
        CardDto: {
            id: string;
            /** @enum {string} */
            colour: "warning" | "yellow" | "red";
            caseNumber: string;
            itemName: string;
            step: string | null;
            department: string;
            departmentName: string;
            /** @enum {string} */
            state: "proposed" | "issued" | "answered" | "accepted" | "returned" | "revoked" | "dismissed";
            reason: string;
            ruleName: string | null;
            ruleVersion: number | null;
            /** @description 已报的上级机关 */
            escalatedTo: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** Format: date-time */
            answerDue: string | null;
            /** Format: date-time */
            closedAt: string | null;
        };
        CardListDto: {
            items: components["schemas"]["CardDto"][];
            next: string | null;
        };
        ActFileDto: {
            id: string;
            name: string;
        };
        SupervisionActDto: {
            act: string;
            /** Format: date-time */
            at: string;
            /** @description 空 = 平台按规则 */
            person: string | null;
            department: string | null;
            text: string;
            files: components["schemas"]["ActFileDto"][];
        };
        CardDetailDto: {
            id: string;
            /** @enum {string} */
            colour: "warning" | "yellow" | "red";
            caseNumber: string;
            itemName: string;
            step: string | null;
            department: string;
            departmentName: string;
            /** @enum {string} */
            state: "proposed" | "issued" | "answered" | "accepted" | "returned" | "revoked" | "dismissed";
            reason: string;
            ruleName: string | null;
            ruleVersion: number | null;
            /** @description 已报的上级机关 */
            escalatedTo: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** Format: date-time */
            answerDue: string | null;
            /** Format: date-time */
            closedAt: string | null;
            acts: components["schemas"]["SupervisionActDto"][];
        };
        NewCardDto: {
            /** @enum {string} */
            colour: "warning" | "yellow" | "red";
            caseNumber: string;
            /** @description 被亮牌的单位 */
            department: string;
            reason: string;
            answerDays: number;
        };
        IssuedDto: {
            id: string;
        };
        ActBodyDto: {
            text?: string;
            /** @description 先上传的附件 */
            files?: string[];
        };
        CardStateDto: {
            id: string;
            /** @enum {string} */
            state: "proposed" | "issued" | "answered" | "accepted" | "returned" | "revoked" | "dismissed";
        };
        OrderDto: {
            id: string;
            /** @description 督办编号 */
            number: string;
            title: string;
            text: string;
            caseNumber: string | null;
            cardId: string | null;
            department: string;
            departmentName: string;
            /** Format: date-time */
            deadline: string;
            /** @description 到期未答复 */
            late: boolean;
            /** @enum {string} */
            state: "issued" | "replied" | "returned" | "accepted" | "withdrawn";
            /** @description 已报的上级机关 */
            escalatedTo: string | null;
            issuedBy: string | null;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            closedAt: string | null;
        };
        OrderListDto: {
            items: components["schemas"]["OrderDto"][];
            next: string | null;
        };
        OrderDetailDto: {
            id: string;
            /** @description 督办编号 */
            number: string;
            title: string;
            text: string;
            caseNumber: string | null;
            cardId: string | null;
            department: string;
            departmentName: string;
            /** Format: date-time */
            deadline: string;
            /** @description 到期未答复 */
            late: boolean;
            /** @enum {string} */
            state: "issued" | "replied" | "returned" | "accepted" | "withdrawn";
            /** @description 已报的上级机关 */
            escalatedTo: string | null;
            issuedBy: string | null;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            closedAt: string | null;
            acts: components["schemas"]["SupervisionActDto"][];
        };
        NewOrderDto: {
            title: string;
            text: string;
            /** @description 被督办的单位 */
            department: string;
            /** Format: date-time */
            deadline: string;
            /** @description 办件编号 */
            caseNumber?: string;
            /**
             * Format: uuid
             * @description 由哪张牌引起
             */
            cardId?: string;
        };
        IssuedOrderDto: {
            id: string;
            number: string;
        };
        OrderStateDto: {
            id: string;
            /** @enum {string} */
            state: "issued" | "replied" | "returned" | "accepted" | "withdrawn";
        };
        OrderReturnDto: {
            text?: string;
            /** @description 先上传的附件 */
            files?: string[];
            /**
             * Format: date-time
             * @description 新的期限
             */
            deadline?: string;
        };
        SavedQueryDto: {
            name: string;
            /** @enum {string} */
            page: "board" | "cases" | "statistics" | "heat";
            /** @description 页面地址中的查询部分 */
            query: string;
            id: string;
        };
        SavedQueryListDto: {
            items: components["schemas"]["SavedQueryDto"][];
        };
        NewSavedQueryDto: {
            name: string;
            /** @enum {string} */
            page: "board" | "cases" | "statistics" | "heat";
            /** @description 页面地址中的查询部分 */
            query: string;
        };
        UrgeLimitsDto: {
            /** @description 申请人两次催办之间至少几小时 */
            applicantHours: number;
            /** @description 监督人员两次催办之间至少几小时 */
            supervisorHours: number;
        };
        AppraisalPointsDto: {
            /** @description 承诺时限内办结，分 */
            promised: number;
            /** @description 法定时限内办结，分 */
            statutory: number;
            /** @description 用时比法定时限缩短，分 */
            compression: number;
            /** @description 一次受理，分 */
            firstTime: number;
            /** @description 每张预警扣分 */
            warning: number;
            /** @description 每张黄牌扣分 */
            yellow: number;
            /** @description 每张红牌扣分 */
            red: number;
        };
        SettingVersionDto: {
            /** @enum {string} */
            kind: "urges" | "appraisal";
            version: number;
            content: components["schemas"]["UrgeLimitsDto"] | components["schemas"]["AppraisalPointsDto"];
            validFrom: string;
            /** Format: date-time */
            createdAt: string;
            /** @description 空 = 随平台 */
            createdBy: string | null;
            /** @description 今天是否有效 */
            current: boolean;
        };
        SettingListDto: {
            items: components["schemas"]["SettingVersionDto"][];
        };
        NewUrgeLimitsDto: {
            /** @description 申请人两次催办之间至少几小时 */
            applicantHours: number;
            /** @description 监督人员两次催办之间至少几小时 */
            supervisorHours: number;
            /**
             * Format: date
             * @description 从哪天起，YYYY-MM-DD
             */
            validFrom: string;
        };
        SettingSetDto: {
            /** @enum {string} */
            kind: "urges" | "appraisal";
            version: number;
        };
        NewAppraisalPointsDto: {
            /** @description 承诺时限内办结，分 */
            promised: number;
            /** @description 法定时限内办结，分 */
            statutory: number;
            /** @description 用时比法定时限缩短，分 */
            compression: number;
            /** @description 一次受理，分 */
            firstTime: number;
            /** @description 每张预警扣分 */
            warning: number;
            /** @description 每张黄牌扣分 */
            yellow: number;
            /** @description 每张红牌扣分 */
            red: number;
            /**
             * Format: date
             * @description 从哪天起，YYYY-MM-DD
             */
            validFrom: string;
        };
        BringingOverDto: {
            id: string;
            sourceSystem: string;
            fileName: string;
            /**
             * @description checked = 只检查过，什么都没有导入
             * @enum {string}
             */
            state: "checked" | "running" | "done" | "dropped";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            personName: string | null;
            total: number;
            /** @description 可以导入、还没有导入的 */
            ready: number;
            /** @description 有错误、不会导入的 */
            faulty: number;
            brought: number;
            /** @description 以前已经导入过的 */
            already: number;
            /** @description 检查时没有错、导入时被拒的 */
            refused: number;
        };
        BringingOverListDto: {
            items: components["schemas"]["BringingOverDto"][];
            next: string | null;
        };
        OlderCasesDto: {
            /**
             * Format: binary
             * @description CSV（UTF-8）或 JSON，按模板
             */
            file: string;
        };
        UploadDto: {
            /**
             * Format: binary
             * @description PDF、PNG、JPG、DOCX、OFD，不超过 20 MB
             */
            file: string;
        };
        StoredFileDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @example application/pdf */
            mime: string;
            /** @description 字节数 */
            size: number;
            sha256: string;
        };
        LineErrorDto: {
            /** @description 哪一列；null = 整行 */
            column: string | null;
            code: string;
            /** @description 哪里不对、怎么改 */
            message: string;
        };
        LineOutcomeDto: {
            /** @description 文件中的第几行（JSON 为第几项） */
            line: number;
            sourceNumber: string | null;
            /**
             * @description ready 可导入，faulty 有错，brought 已导入，already 早已导入，refused 导入时被拒
             * @enum {string}
             */
            state: "ready" | "faulty" | "brought" | "already" | "refused";
            caseNumber: string | null;
            errors: components["schemas"]["LineErrorDto"][];
        };
        LineOutcomeListDto: {
            items: components["schemas"]["LineOutcomeDto"][];
            /** @description 下一页的 after */
            next: number | null;
        };
        PartsDto: {
            database: boolean;
            temporal: boolean;
            worker: boolean;
            province: boolean;
        };
        HealthDto: {
            /** @enum {string} */
            status: "up" | "down";
            parts: components["schemas"]["PartsDto"];
            /**
             * @description 演示：一天按多少毫秒计；空为真实的一天
             * @example 2000
             */
            demoDay: number | null;
        };
        RecurringTaskDto: {
            /**
             * @description 任务
             * @example command-sweep
             */
            name: string;
            /**
             * @description 在哪个进程中
             * @example api-1:4711:9f3c
             */
            process: string;
            /** @description 两次之间休息多久，毫秒 */
            every: number;
            /** @description 是否同一时刻只由一个进程执行 */
            oneProcess: boolean;
            /**
             * Format: date-time
             * @description 最近一次开始
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 最近一次结束；早于开始表示正在执行
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description 下一次
             */
            nextAt: string | null;
            /** @description 进程启动以来的次数 */
            runs: number;
            /** @description 其中失败的次数 */
            failures: number;
            /** @description 现在连续失败的次数；0 表示正常 */
            failedInARow: number;
            /** @description 单件失败的次数：其余各件照常处理 */
            itemFailures: number;
            /** @description 最近一次失败的原因 */
            lastError: string | null;
            /**
             * Format: date-time
             * @description 最近一次失败
             */
            lastFailedAt: string | null;
            /**
             * Format: date-time
             * @description 进程最近一次报告
             */
            seenAt: string;
        };
        RecurringTaskListDto: {
            items: components["schemas"]["RecurringTaskDto"][];
        };
        AuditEntryDto: {
            /** @description 审计日志中的序号 */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description 谁；系统自己做的为空 */
            person: string | null;
            personName: string | null;
            /** @description 以哪个岗位 */
            postTitle: string | null;
            /** @description 做了什么，如 case.read、task.complete */
            act: string;
            /** @description 对什么做的，如 case:办件编号 */
            target: string;
            /** @enum {string} */
            outcome: "done" | "refused" | "failed";
            detail: {
                [key: string]: unknown;
            };
            /** @description 在链中的位置；刚写下、未入链的为空 */
            sequence: number | null;
        };
        AuditListDto: {
            items: components["schemas"]["AuditEntryDto"][];
            next: string | null;
        };
        AuditChainDto: {
            /** @description 已入链的条数 */
            sealed: number;
            /** @description 等待入链的条数 */
            waiting: number;
            /** @description 链头：最后一条的 SM3 值 */
            digest: string;
        };
        CreditRequestDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "objection" | "repair";
            statement: string;
            /** @enum {string} */
            state: "open" | "granted" | "refused";
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description 处理理由 */
            reason: string | null;
        };
        CreditRecordDto: {
            /** Format: uuid */
            id: string;
            fact: string;
            /** @description 失信事实 */
            factName: string;
            description: string;
            /** @description 依据 */
            basis: string;
            /** @description 来源办件 */
            caseNumber: string;
            /** @description 作出记录的部门 */
            department: string;
            /** @description 限制：容缺、告知承诺 */
            bars: ("gaps" | "promise")[];
            /** Format: date-time */
            recordedAt: string;
            /** @description 失效日期 */
            expiresOn: string;
            /** @enum {string} */
            state: "valid" | "expired" | "withdrawn" | "repaired";
            requests: components["schemas"]["CreditRequestDto"][];
        };
        ProvinceCreditDto: {
            reason: string;
        };
        BarredDto: {
            /** @description 不适用容缺受理的原因 */
            gaps?: string;
            /** @description 不适用告知承诺的原因 */
            promise?: string;
        };
        CreditStatusDto: {
            records: components["schemas"]["CreditRecordDto"][];
            /** @description 省信用信息共享平台的记录 */
            province: components["schemas"]["ProvinceCreditDto"][];
            /** @description 省信用平台此刻是否连得上 */
            provinceAsked: boolean;
            barred: components["schemas"]["BarredDto"];
        };
        NewCreditRequestDto: {
            /**
             * @description 异议，或者信用修复
             * @enum {string}
             */
            kind: "objection" | "repair";
            /** @description 事实和理由，或者已经采取的改正措施 */
            statement: string;
        };
        DepartmentCreditRecordDto: {
            /** Format: uuid */
            id: string;
            fact: string;
            /** @description 失信事实 */
            factName: string;
            description: string;
            /** @description 依据 */
            basis: string;
            /** @description 来源办件 */
            caseNumber: string;
            /** @description 作出记录的部门 */
            department: string;
            /** @description 限制：容缺、告知承诺 */
            bars: ("gaps" | "promise")[];
            /** Format: date-time */
            recordedAt: string;
            /** @description 失效日期 */
            expiresOn: string;
            /** @enum {string} */
            state: "valid" | "expired" | "withdrawn" | "repaired";
            requests: components["schemas"]["CreditRequestDto"][];
            /** @description 当事人 */
            subject: string;
        };
        DepartmentCreditDto: {
            items: components["schemas"]["DepartmentCreditRecordDto"][];
            next: string | null;
        };
        CreditDecisionDto: {
            /** @description 异议成立，或者同意修复 */
            grant: boolean;
            reason: string;
        };
        PersonDto: {
            id: string;
            name: string;
            /** @example 210381********1234 */
            idNumberMasked: string;
            /** @enum {string} */
            kind: "natural" | "legal" | "staff";
        };
        OrganisationDto: {
            id: string;
            name: string;
            line: string | null;
            /** @enum {string} */
            level: "city" | "county" | "township" | "village";
            region: string | null;
        };
        PostDto: {
            id: string;
            /** @example window */
            role: string;
            title: string;
            organisation: components["schemas"]["OrganisationDto"];
        };
        SessionDto: {
            person: components["schemas"]["PersonDto"];
            posts: components["schemas"]["PostDto"][];
            /** @description 当前岗位的编号；空为以申请人身份办事 */
            post: string | null;
        };
        ChoosePostDto: {
            /** @description 岗位编号；空为以申请人身份办事 */
            post: string | null;
        };
        RegionDto: {
            /** @example 210381003 */
            code: string;
            name: string;
            /** @enum {string} */
            level: "city" | "county" | "township" | "village";
            parent: string | null;
        };
        RegionListDto: {
            items: components["schemas"]["RegionDto"][];
            next: string | null;
        };
        AcceptanceRuleDto: {
            /** @description 20wd = 20 个工作日，90d = 90 天 */
            within: string;
            /** @description 逾期不告知，自收到之日起即为受理（行政许可法 32） */
            silenceAccepts: boolean;
        };
        ExtensionRuleDto: {
            /** @description 最多延长多久：20wd = 20 个工作日，90d = 90 天 */
            upTo: string;
            /**
             * @description 由本机关负责人还是本级政府负责人批准
             * @enum {string}
             */
            by: "head" | "government";
        };
        ClockRulesDto: {
            /** @description 依据的法律 */
            law: string;
            /** @description 事项没有写明时的法定时限：20wd = 20 个工作日，90d = 90 天 */
            statutory?: string;
            /** @description 受理的期限；null = 没有 */
            acceptance: components["schemas"]["AcceptanceRuleDto"] | null;
            /** @description 延期；null = 不得延期 */
            extension: components["schemas"]["ExtensionRuleDto"] | null;
            /** @description 不计入时限的事由（行政许可法 45） */
            pauses: string[];
            /** @description 送达的期限：20wd = 20 个工作日，90d = 90 天 */
            delivery: string | null;
            /** @description 离承诺时限还有几个工作日时预警 */
            warn: number;
            /** @description 这部法律的其他期限，按名称：20wd = 20 个工作日，90d = 90 天 */
            periods?: {
                [key: string]: string;
            };
        };
        RuleVersionDto: {
            /** @description 事项类型；* = 没有自己规则的类型 */
            type: string;
            typeName: string;
            /** Format: date */
            validFrom: string;
            rules: components["schemas"]["ClockRulesDto"];
            source: string;
            /** @description 谁发布的；null = 平台自带 */
            publishedBy: string | null;
            /** Format: date-time */
            publishedAt: string;
        };
        RuleVersionListDto: {
            items: components["schemas"]["RuleVersionDto"][];
            next: string | null;
        };
        PublishRulesDto: {
            /**
             * Format: date
             * @description 自哪天起开的办件适用
             */
            validFrom: string;
            /** @description 依据的文件 */
            source: string;
            rules: components["schemas"]["ClockRulesDto"];
        };
        ItemSummaryDto: {
            /** @description 基本编码 */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "single" | "one-stop";
            /** @description 事项类型代码：01 许可、05 给付、20 公共服务 … */
            type: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified: boolean;
            typeName: string;
            /** @description 一句话说明 */
            summary: string;
            /** @example 20 个工作日 */
            statutory: string | null;
            /** @example 5 个工作日 */
            promised: string | null;
        };
        ItemListDto: {
            items: components["schemas"]["ItemSummaryDto"][];
            next: string | null;
        };
        Lead: {
            /** @description 条线 */
            line: string;
            /**
             * @description 层级
             * @enum {string}
             */
            level: "city" | "county" | "township" | "village";
        };
        Limit: {
            /** @description 0 = 当场 */
            days: number;
            /**
             * @description wd 工作日，d 自然日
             * @enum {string}
             */
            unit: "wd" | "d";
            /** @description 说明 */
            note?: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified?: boolean;
        };
        Limits: {
            /** @description 法定时限 */
            statutory?: components["schemas"]["Limit"];
            /** @description 没有法定时限的原因 */
            statutoryNote?: string;
            /** @description 承诺时限 */
            promised?: components["schemas"]["Limit"];
            /** @description 延长不超过 */
            extension?: components["schemas"]["Limit"];
            /** @description 送达 */
            deliver?: components["schemas"]["Limit"];
            /** @description 告知承诺的当场决定 */
            promise?: components["schemas"]["Limit"];
            /** @description 告知承诺后的核查 */
            laterCheck?: components["schemas"]["Limit"];
            /** @description 公示 */
            publicNotice?: components["schemas"]["Limit"];
        };
        LegalBasis: {
            law: string;
            /** @description 第几条 */
            article?: string;
            /** @description 条文 */
            text?: string;
            /** @description 说明 */
            note?: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified: boolean;
        };
        Fee: {
            name: string;
            /** @description 收费依据 */
            basis: string;
            /** @description 收费标准 */
            standard: string;
            /** @description 演示金额，分 */
            amountCents: number;
            /** @description 按什么计 */
            unit?: string;
            /**
             * @description 什么要等缴费之后：licence = 发证
             * @enum {string}
             */
            payBefore: "licence" | "none";
            /** @description 说明 */
            note?: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified?: boolean;
        };
        ItemRenewal: {
            /** @description 延续多久：5y、3m、90d；不填为有效年数，再没有则为原来的长度 */
            term?: string;
            /** @description 最早在届满前多久提出：90wd、60d */
            notBefore?: string;
            /** @description 最迟在届满前多久提出 */
            notAfter?: string;
            /** @description 依据 */
            basis?: string;
            /** @description 说明 */
            note?: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified?: boolean;
        };
        ItemResult: {
            name: string;
            /** @enum {string} */
            kind: "licence" | "document" | "receipt" | "none";
            /** @description 证照种类 */
            licenceType?: string;
            /** @description 证号的样式 */
            numberPattern?: string;
            /** @description 有效几年 */
            validYears?: number;
            /** @description 延续 */
            renewal?: components["schemas"]["ItemRenewal"];
        };
        FrequentQuestion: {
            q: string;
            a: string;
        };
        Guide: {
            /** @description 一句话说明 */
            summary: string;
            /** @description 办理流程，各步以 → 相连 */
            flow?: string;
            /** @description 常见问题 */
            faq?: components["schemas"]["FrequentQuestion"][];
            /** @description 咨询电话 */
            phone?: string;
            /** @description 投诉电话 */
            complaints?: string;
            /** @description 办理时间 */
            hours?: string;
            /** @description 办理地点 */
            address?: string;
            /** @description 申请人要到现场几次 */
            visits?: number;
            /** @description 必须到现场的原因 */
            visitsReason?: string;
        };
        ItemMaterialDto: {
            code: string;
            name: string;
            /** @enum {string} */
            need: "required" | "optional" | "deferrable";
            /** @enum {string} */
            source: "government" | "self" | "intermediary";
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified: boolean;
            /** @description 属于一件事中的哪个事项 */
            child: string | null;
            /** @description 受理标准 */
            acceptance: string | null;
            /** @description 只在某些情形下需要 */
            conditional: boolean;
            /** @description 可以代替它的证照种类或共享数据 */
            heldAs: string | null;
        };
        ItemChildDto: {
            /** @description 在一件事中的编号：A、B … */
            key: string;
            item: string;
            name: string;
        };
        SituationOption: {
            value: string | number | boolean;
            label: string;
        };
        SituationQuestion: {
            /** @description 答案在申请表中的字段 */
            id: string;
            question: string;
            /** @description 怎样回答 */
            hint?: string;
            /**
             * @description 填写而不是选择
             * @enum {string}
             */
            input?: "number";
            options: components["schemas"]["SituationOption"][];
        };
        ItemDto: {
            /** @description 基本编码 */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "single" | "one-stop";
            /** @description 事项类型代码：01 许可、05 给付、20 公共服务 … */
            type: string;
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified: boolean;
            typeName: string;
            /** @description 一句话说明 */
            summary: string;
            /** @example 20 个工作日 */
            statutory: string | null;
            /** @example 5 个工作日 */
            promised: string | null;
            version: number;
            /** @description 牵头部门的条与块 */
            lead: components["schemas"]["Lead"];
            /** @description 法定时限、承诺时限 */
            limits: components["schemas"]["Limits"];
            /** @description 设定依据 */
            legalBasis: components["schemas"]["LegalBasis"][];
            /** @description 受理条件 */
            conditions: string[];
            /** @description 收费 */
            fees: components["schemas"]["Fee"][];
            /** @description 办理结果 */
            result: components["schemas"]["ItemResult"];
            /** @description 办事指南：摘要、流程、常见问题、电话、时间、地址 */
            guide: components["schemas"]["Guide"];
            /**
             * @description 办理所在地要选到哪一级
             * @enum {string}
             */
            regionLevel: "county" | "township" | "village";
            materials: components["schemas"]["ItemMaterialDto"][];
            children: components["schemas"]["ItemChildDto"][];
            situation: components["schemas"]["SituationQuestion"][];
            /** @description 待核实的内容 */
            notes: string[];
        };
        FormDto: {
            /** @description JSON Schema */
            schema: {
                [key: string]: unknown;
            };
            /** @description react-jsonschema-form 的 uiSchema */
            uiSchema: {
                [key: string]: unknown;
            };
        };
        SituationQueryDto: {
            /** @description 办理所在地的行政区划代码 */
            region: string;
            /** @description 目前已填的表单，可以不全 */
            form: {
                [key: string]: unknown;
            };
        };
        SituationChildDto: {
            /** @description 在一件事中的编号：A、B … */
            key: string;
            item: string;
            name: string;
            /** @description 按所填情形是否需要办理 */
            selected: boolean;
        };
        HeldDto: {
            /** @description 电子证照标识，或共享数据的名称 */
            licence: string;
            name: string;
        };
        SituationMaterialDto: {
            code: string;
            name: string;
            /** @enum {string} */
            need: "required" | "optional" | "deferrable";
            /** @enum {string} */
            source: "government" | "self" | "intermediary";
            /** @description 数据是否已核实；否则页面标“待核实” */
            verified: boolean;
            /** @description 属于一件事中的哪个事项 */
            child: string | null;
            /** @description 受理标准 */
            acceptance: string | null;
            /** @description 只在某些情形下需要 */
            conditional: boolean;
            /** @description 可以代替它的证照种类或共享数据 */
            heldAs: string | null;
            /** @description 平台已有，免提交 */
            held: components["schemas"]["HeldDto"] | null;
        };
        BlockedDto: {
            code: string;
            /** @description 为什么不能办、怎么办 */
            message: string;
        };
        SituationDto: {
            children: components["schemas"]["SituationChildDto"][];
            materials: components["schemas"]["SituationMaterialDto"][];
            /** @description 按已有数据预填的表单内容 */
            prefill: {
                [key: string]: unknown;
            };
            blocked: components["schemas"]["BlockedDto"][];
        };
        DecisionFileDto: {
            /** @description 决策文件的编号 */
            id: string;
            name: string;
            /** @description 此后发布的流程所用的版本 */
            publishedVersion: number | null;
            /** Format: date-time */
            publishedAt: string | null;
            hasDraft: boolean;
            /** @description 文件中各决策的编号，业务规则任务以此引用 */
            decisions: string[];
        };
        DecisionFileListDto: {
            items: components["schemas"]["DecisionFileDto"][];
            next: string | null;
        };
        DmnXmlDto: {
            /** @description DMN XML */
            xml: string;
        };
        FindingDto: {
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            rule: string;
            /** @description 元素的编号 */
            element?: string;
            message: string;
            /** @description 文件中的属性或扩展元素 */
            attribute?: string;
            /** @description 那里写的内容 */
            text?: string;
            /** @description 该怎么做 */
            advice?: string;
        };
        FindingListDto: {
            findings: components["schemas"]["FindingDto"][];
        };
        TryOutXmlDto: {
            /** @description 决策的编号 */
            decision: string;
            /** @description 变量，按名称；日期写作 ISO 8601 文本 */
            variables: {
                [key: string]: unknown;
            };
            /** @description DMN XML */
            xml: string;
        };
        DecisionFailureDto: {
            code: string;
            /** @description 出错的决策或业务知识模型的编号 */
            decision: string;
            /** @description 出错的规则，从 1 计 */
            rule?: number;
            /** @description 哪里、什么不对、怎么办 */
            message: string;
        };
        DecisionStepDto: {
            /** @description 决策的编号 */
            decision: string;
            name: string;
            /** @description 任意 JSON */
            value: Record<string, never> | null;
            /** @description 决策表各输入的取值 */
            inputs?: unknown[];
            /** @description 命中的规则，从 1 计 */
            matched?: number[];
            /** @description 何处为何得到空值 */
            warnings: string[];
        };
        TriedOutDto: {
            /** @description 是否得出结果 */
            ok: boolean;
            /** @description 结果，任意 JSON */
            value?: Record<string, never> | null;
            failure?: components["schemas"]["DecisionFailureDto"];
            /** @description 依次求值的各决策 */
            trace: components["schemas"]["DecisionStepDto"][];
        };
        DecisionVersionDto: {
            version: number;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            name: string;
            hash: string;
            createdBy: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            publishedAt: string | null;
        };
        DecisionVersionListDto: {
            items: components["schemas"]["DecisionVersionDto"][];
            next: string | null;
        };
        TryOutDto: {
            /** @description 决策的编号 */
            decision: string;
            /** @description 变量，按名称；日期写作 ISO 8601 文本 */
            variables: {
                [key: string]: unknown;
            };
        };
        SavedDecisionFileDto: {
            version: number;
            /** @enum {string} */
            state: "draft" | "published";
        };
        ProcessDto: {
            id: string;
            name: string;
            /** @description 新办件所用的版本 */
            publishedVersion: number | null;
            /** Format: date-time */
            publishedAt: string | null;
            hasDraft: boolean;
            runningCases: number;
        };
        ProcessListDto: {
            items: components["schemas"]["ProcessDto"][];
            next: string | null;
        };
        XmlDto: {
            /** @description BPMN XML */
            xml: string;
        };
        ImportedProcessDto: {
            id: string;
            name: string;
        };
        ImportDto: {
            findings: components["schemas"]["FindingDto"][];
            /** @description 可以保存的流程，最该办的在前 */
            processes: components["schemas"]["ImportedProcessDto"][];
            /** @description BPMN XML，没有图形的已排版 */
            xml: string;
            /** @description 图形由本平台排版 */
            laidOut: boolean;
        };
        VersionDto: {
            version: number;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            name: string;
            hash: string | null;
            createdBy: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description 仍在这个版本上办理的件数 */
            runningCases: number;
        };
        VersionListDto: {
            items: components["schemas"]["VersionDto"][];
            next: string | null;
        };
        DraftProcessDto: {
            /** @description BPMN XML */
            xml: string;
            /** @description 流程名称 */
            name: string;
        };
        SavedVersionDto: {
            findings: components["schemas"]["FindingDto"][];
            version: number;
            /** @enum {string} */
            state: "draft" | "published";
            hash: string | null;
        };
        AdapterBindingDto: {
            /**
             * @description 本平台的适配器
             * @enum {string}
             */
            adapter: "exchange" | "license" | "payment" | "seal" | "department-system" | "regulation-push" | "notify" | "benefit-list" | "credit" | "return";
            /**
             * @description 外部程序在流程文件里的写法
             * @enum {string}
             */
            kind: "topic" | "class" | "delegateExpression" | "expression" | "connector" | "type";
            /** @description 主题、类名、表达式或任务类型，与文件中一字不差 */
            name: string;
            id: number;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
        };
        AdapterBindingListDto: {
            items: components["schemas"]["AdapterBindingDto"][];
            next: string | null;
        };
        NewAdapterBindingDto: {
            /**
             * @description 本平台的适配器
             * @enum {string}
             */
            adapter: "exchange" | "license" | "payment" | "seal" | "department-system" | "regulation-push" | "notify" | "benefit-list" | "credit" | "return";
            /**
             * @description 外部程序在流程文件里的写法
             * @enum {string}
             */
            kind: "topic" | "class" | "delegateExpression" | "expression" | "connector" | "type";
            /** @description 主题、类名、表达式或任务类型，与文件中一字不差 */
            name: string;
        };
        AdapterChoiceDto: {
            /**
             * @description 本平台的适配器
             * @enum {string}
             */
            adapter: "exchange" | "license" | "payment" | "seal" | "department-system" | "regulation-push" | "notify" | "benefit-list" | "credit" | "return";
        };
        TimerStartDto: {
            process: string;
            processName: string;
            /** @description 流程图中的开始事件 */
            element: string;
            /** @description 流程图中写的时间；null = 由表达式得出 */
            timer: string | null;
            /**
             * Format: date-time
             * @description null = 不再启动
             */
            nextAt: string | null;
            region: string | null;
            applicant: string | null;
            applicantName: string | null;
            /** @description 最近一次启动的办件 */
            lastCase: string | null;
            /** @description 最近一次没有启动成的原因 */
            problem: string | null;
        };
        TimerStartListDto: {
            items: components["schemas"]["TimerStartDto"][];
            next: string | null;
        };
        TimerStartSettingDto: {
            /** @description 在哪个区域开办件：区划代码 */
            region: string;
            /** @description 以谁为申请人：登录账号 */
            applicant: string;
        };
        CaseAnswerDto: {
            number: string;
            state: string;
            stateName: string;
            step: number;
            ended: boolean;
        };
        CommandDto: {
            /** Format: uuid */
            id: string;
            caseNumber: string;
            kind: string;
            /** @enum {string} */
            status: "pending" | "done" | "refused";
            /** @description 给人看的话：已提交，正在处理 … */
            message: string;
            answer: components["schemas"]["CaseAnswerDto"] | null;
        };
        PublishDto: {
            /** @description 消息名称，与流程图中的一致 */
            name: string;
            /** @description 关联键；与名称一起确定唯一的接收方 */
            key?: string;
            /** @description 指定接收的办件；不指定则按名称和关联键查找 */
            caseNumber?: string;
            variables?: {
                [key: string]: unknown;
            };
            /** @description 暂无办件等待时保留多少秒；不填用平台的设置 */
            keepSeconds?: number;
        };
        MessageDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description 保留中、送达中、已接收、已过期
             * @enum {string}
             */
            state: "waiting" | "offered" | "taken" | "expired";
            /** @description 正在接收或已接收的办件 */
            receiver: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        ThrowDto: {
            /** @description 信号名称，与流程图中的一致 */
            name: string;
            variables?: {
                [key: string]: unknown;
            };
        };
        SignalDto: {
            /** Format: uuid */
            id: string;
        };
        IncidentDto: {
            id: string;
            caseNumber: string;
            itemName: string;
            element: string;
            elementName: string | null;
            code: string;
            /** @description 出了什么问题、怎么处理 */
            message: string;
            /** @enum {string} */
            state: "open" | "resolved";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        IncidentListDto: {
            items: components["schemas"]["IncidentDto"][];
            next: string | null;
        };
        IncidentDetailDto: {
            id: string;
            caseNumber: string;
            itemName: string;
            element: string;
            elementName: string | null;
            code: string;
            /** @description 出了什么问题、怎么处理 */
            message: string;
            /** @enum {string} */
            state: "open" | "resolved";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description 流程变量 */
            variables: {
                [key: string]: unknown;
            };
        };
        BulkRetryDto: {
            /** @description 要重试的异常，最多 200 个 */
            ids: string[];
        };
        RetryOutcomeDto: {
            id: string;
            /**
             * @description 已排除；对方系统还没有答复；重试后又出现；还在处理；不能重试
             * @enum {string}
             */
            outcome: "resolved" | "running" | "open" | "pending" | "refused";
            /** @description 给人看的话 */
            message: string;
        };
        BulkRetryAnswerDto: {
            items: components["schemas"]["RetryOutcomeDto"][];
        };
        RetryDto: {
            /** @description 重试前改正的流程变量；须有改正变量的权限，并写明理由 */
            variables?: {
                [key: string]: unknown;
            };
            /** @description 为什么改正变量；留在办件经过里 */
            reason?: string;
        };
        ArchiveFindingDto: {
            code: string;
            message: string;
        };
        ArchivePackageDto: {
            /** Format: uuid */
            id: string;
            caseNumber: string;
            itemName: string;
            /** @description 立档单位 */
            department: string;
            /** @enum {string} */
            state: "due" | "packed" | "checked" | "handed-over" | "received" | "failed";
            /** Format: date-time */
            requestedAt: string;
            /** @description 字节数 */
            size: number | null;
            /** @description SM3 */
            digest: string | null;
            /** @description 文件数 */
            files: number;
            /** @description 检测发现的问题 */
            findings: components["schemas"]["ArchiveFindingDto"][];
            /** Format: date-time */
            packedAt: string | null;
            /** Format: date-time */
            checkedAt: string | null;
            /** Format: date-time */
            handedOverAt: string | null;
            /** Format: date-time */
            receivedAt: string | null;
            /** @description 接收回执号 */
            receiptNumber: string | null;
            /** @description 为什么还没有往下走；平台会继续尝试 */
            problem: string | null;
        };
        ArchiveListDto: {
            items: components["schemas"]["ArchivePackageDto"][];
            next: string | null;
        };
        ArchiveRequestDto: {
            /** @description 办件编号 */
            case: string;
        };
        LicenceOperationDto: {
            /**
             * @description 延续、变更、补证、注销
             * @enum {string}
             */
            operation: "renew" | "change" | "replace" | "cancel";
            /** @description 现在为什么不能办；可以办时为空 */
            barred: string | null;
        };
        HeldLicenceDto: {
            /** @description 电子证照标识 */
            identifier: string;
            name: string;
            /** @description 证号 */
            number: string;
            issuer: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            validTo: string | null;
            /** @enum {string} */
            state: "valid" | "revoked" | "cancelled" | "replaced";
            /** @description 正在办理它的办件 */
            openCase: string | null;
            operations: components["schemas"]["LicenceOperationDto"][];
        };
        HeldLicencesDto: {
            items: components["schemas"]["HeldLicenceDto"][];
            next: string | null;
        };
        NewLicenceChangeDto: {
            /** @enum {string} */
            operation: "renew" | "change" | "replace" | "cancel";
        };
        OpenedDraftDto: {
            /**
             * Format: uuid
             * @description 草稿的编号
             */
            draft: string;
        };
        OfficialDocumentDto: {
            /** Format: uuid */
            id: string;
            /** @description 属于哪个办件 */
            caseNumber: string;
            /** @example acceptance-notice */
            kind: string;
            /** @description 文书或证照的名称 */
            name: string;
            /** @description 电子证照标识 */
            licence: string | null;
            /** @description 文号 */
            number: string | null;
            /** @enum {string} */
            state: "awaiting-approval" | "returned" | "sealing" | "issued" | "void";
            stateName: string;
            /** @description 作出文书的机关 */
            organisation: string;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** @description 盖章内容的 SM3 摘要 */
            digest: string | null;
            /** @description 有没有 PDF */
            pdf: boolean;
            /**
             * Format: date-time
             * @description 送达的时刻
             */
            deliveredAt: string | null;
            /** @enum {string|null} */
            deliveryWay: "electronic" | "window" | "post" | null;
            /** @description 退回的理由 */
            returnReason: string | null;
            /** @description 为什么还没有盖上章；平台会继续尝试 */
            problem: string | null;
        };
        ParagraphDto: {
            /** @enum {string} */
            kind: "plain" | "flush" | "item";
            text: string;
        };
        ContentDto: {
            title: string;
            paragraphs: components["schemas"]["ParagraphDto"][];
        };
        WholeDocumentDto: {
            /** Format: uuid */
            id: string;
            /** @description 属于哪个办件 */
            caseNumber: string;
            /** @example acceptance-notice */
            kind: string;
            /** @description 文书或证照的名称 */
            name: string;
            /** @description 电子证照标识 */
            licence: string | null;
            /** @description 文号 */
            number: string | null;
            /** @enum {string} */
            state: "awaiting-approval" | "returned" | "sealing" | "issued" | "void";
            stateName: string;
            /** @description 作出文书的机关 */
            organisation: string;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** @description 盖章内容的 SM3 摘要 */
            digest: string | null;
            /** @description 有没有 PDF */
            pdf: boolean;
            /**
             * Format: date-time
             * @description 送达的时刻
             */
            deliveredAt: string | null;
            /** @enum {string|null} */
            deliveryWay: "electronic" | "window" | "post" | null;
            /** @description 退回的理由 */
            returnReason: string | null;
            /** @description 为什么还没有盖上章；平台会继续尝试 */
            problem: string | null;
            content: components["schemas"]["ContentDto"] | null;
            /** @description 盖章的原文（JSON），证照才有 */
            sealedText: string | null;
            /** Format: date */
            dated: string | null;
            /** @description 核验网址 */
            verifyAt: string | null;
            sealName: string | null;
            sealId: string | null;
            /** @description 验章公钥 */
            publicKey: string | null;
            /** @description SM2 签名值 */
            signature: string | null;
            /** Format: date-time */
            signedAt: string | null;
            voidReason: string | null;
        };
        DeliveryDto: {
            /** @enum {string} */
            way: "window" | "post";
            /** @description 实际领取人，不填为申请人 */
            receiver?: string;
            /** @description 邮寄单号，邮寄的必填 */
            trackingNumber?: string;
            /** @description 哪些文书，不填为全部未送达的 */
            documents?: string[];
        };
        DeliveredDto: {
            /** @description 此次送达的文书 */
            delivered: string[];
        };
        FieldDto: {
            name: string;
            label: string;
            /** @description 法律要求写明 */
            required: boolean;
        };
        DocumentKindDto: {
            kind: string;
            name: string;
            nameInEnglish: string;
            /** @description 文号中的种类字；空的按办件编号 */
            word: string | null;
            /** @description 用印是否须审批 */
            approval: boolean;
            /**
             * @description 由哪种岗位审批
             * @enum {string}
             */
            approverRole: "seal-keeper" | "approver" | "reviewer" | "handler";
            fields: components["schemas"]["FieldDto"][];
        };
        KindSettingDto: {
            approval: boolean;
            /**
             * @example seal-keeper
             * @enum {string}
             */
            approverRole: "seal-keeper" | "approver" | "reviewer" | "handler";
        };
        TemplateDto: {
            kind: string;
            /** @description 0 为内置 */
            version: number;
            /** @enum {string} */
            state: "draft" | "published";
            body: string;
            /**
             * Format: date
             * @description 自哪一天起使用
             */
            effectiveFrom: string | null;
            savedBy: string | null;
            /** Format: date-time */
            savedAt: string | null;
            /** Format: date-time */
            publishedAt: string | null;
        };
        TemplateBodyDto: {
            /** @description 一行一段；# 标题，> 顶格，? 为空时省略，{{字段}} */
            body: string;
        };
        PublicationDto: {
            /**
             * Format: date
             * @description 自哪一天起使用，最早为今天
             */
            effectiveFrom: string;
        };
        DocumentWordDto: {
            organisationId: string;
            organisation: string;
            word: string | null;
        };
        WordDto: {
            /** @example 海市监 */
            word: string;
        };
        VerifiedDto: {
            name: string;
            number: string | null;
            organisation: string;
            /** Format: date */
            dated: string | null;
            /** @enum {string} */
            state: "valid" | "void";
            voidReason: string | null;
            /** @description 脱敏的申请人姓名 */
            applicant: string;
            item: string;
            /** @description SM3 */
            digest: string;
            sealName: string;
            /** Format: date-time */
            signedAt: string;
            /** @description 签名与摘要、公钥是否相符 */
            sealGood: boolean;
            /** @description 平台保存的原件是否仍是这个摘要；空的表示暂时读不到 */
            intact: boolean | null;
        };
        FileDto: {
            /**
             * Format: binary
             * @description 不超过 20 MB
             */
            file: string;
        };
        ComparisonDto: {
            /** @description 与原件是否逐字节相同 */
            same: boolean;
            /** @description 所传文件的 SM3 */
            digest: string;
        };
        ItemReferenceDto: {
            code: string;
            name: string;
        };
        CaseSummaryDto: {
            number: string;
            item: components["schemas"]["ItemReferenceDto"];
            /** @enum {string} */
            state: "submitted" | "pre-reviewed" | "collected" | "sent-back" | "correcting" | "accepted" | "handling" | "reviewing" | "special-procedure" | "suspended" | "granted" | "paying" | "licensing" | "refused" | "rejected" | "withdrawn" | "terminated" | "forwarded" | "lapsed" | "returned" | "voided" | "finished" | "delivered" | "rated" | "archived";
            stateName: string;
            region: string;
            regionName: string;
            /** Format: date-time */
            submittedAt: string;
            /**
             * Format: date-time
             * @description 法定期限届满
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description 承诺期限届满
             */
            promisedDueAt: string | null;
            ended: boolean;
            /** @description 等申请人做事：补正、缴费 */
            waitsForApplicant: boolean;
        };
        CaseListDto: {
            items: components["schemas"]["CaseSummaryDto"][];
            next: string | null;
        };
        ChildCaseDto: {
            number: string;
            itemName: string;
            /** @enum {string} */
            state: "submitted" | "pre-reviewed" | "collected" | "sent-back" | "correcting" | "accepted" | "handling" | "reviewing" | "special-procedure" | "suspended" | "granted" | "paying" | "licensing" | "refused" | "rejected" | "withdrawn" | "terminated" | "forwarded" | "lapsed" | "returned" | "voided" | "finished" | "delivered" | "rated" | "archived";
            stateName: string;
            /** @description 在一件事中的编号：A、B … */
            key: string | null;
            /** Format: date-time */
            dueAt: string | null;
            leadDepartment: string | null;
            ended: boolean;
        };
        TimelineEntryDto: {
            /** Format: date-time */
            at: string;
            /** @description task-opened、task-completed、activity-done、state、incident、ended … */
            kind: string;
            element: string | null;
            name: string | null;
            person: string | null;
            department: string | null;
            level: string | null;
            outcome: string | null;
            outcomeName: string | null;
            opinion: string | null;
            /** @description 一句话说明 */
            text: string;
        };
        CaseMaterialDto: {
            code: string;
            name: string;
            /** @enum {string} */
            source: "upload" | "license" | "shared";
            fileId: string | null;
            fileName: string | null;
            /** @description 免提交时：所用电子证照的标识 */
            licenseId: string | null;
            note: string | null;
        };
        MaterialNameDto: {
            code: string;
            name: string;
        };
        PaymentDto: {
            id: string;
            amountCents: number;
            /** @enum {string} */
            state: "ordered" | "paid" | "refused" | "refunded";
            payUrl: string | null;
            itemName: string;
            /** @description 属于哪个办件 */
            caseNumber: string;
            /** Format: date-time */
            paidAt: string | null;
        };
        LicenceDto: {
            /** @description 电子证照标识 */
            identifier: string;
            name: string;
            /** @description 证号 */
            number: string;
            issuedOn: string;
            validTo: string | null;
            issuer: string;
            /** @description 属于哪个办件 */
            caseNumber: string;
        };
        ApplicantOutcomeDto: {
            id: string;
            name: string;
        };
        MaterialToCorrectDto: {
            code: string;
            name: string;
            note: string | null;
        };
        FieldToCorrectDto: {
            field: string;
            title: string;
            /** @description 须补正的内容 */
            note: string;
        };
        ApplicantTaskDto: {
            id: string;
            /** @description 所属办件 */
            caseNumber: string;
            element: string;
            /** @description correct 补正、resubmit 预审退回、fill-gaps 容缺补齐 … */
            act: string | null;
            name: string;
            form: string | null;
            formSchema: {
                [key: string]: unknown;
            } | null;
            uiSchema: {
                [key: string]: unknown;
            } | null;
            /** @description 可以怎样答复 */
            outcomes: components["schemas"]["ApplicantOutcomeDto"][];
            /** @description 要求补正的人写的意见 */
            opinion: string | null;
            materials: components["schemas"]["MaterialToCorrectDto"][];
            fields: components["schemas"]["FieldToCorrectDto"][];
            /** Format: date-time */
            dueAt: string | null;
        };
        CaseClockDto: {
            /** @enum {string} */
            light: "green" | "warning" | "red" | "none";
            /**
             * Format: date-time
             * @description 受理的时刻
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description 作出决定的时刻
             */
            decidedAt: string | null;
            /** @example 20 个工作日 */
            statutory: string | null;
            /** @example 5 个工作日 */
            promised: string | null;
            /** @description 一天的长度被演示缩放时的说明，否则为空 */
            note: string;
        };
        CaseDto: {
            number: string;
            item: components["schemas"]["ItemReferenceDto"];
            /** @enum {string} */
            state: "submitted" | "pre-reviewed" | "collected" | "sent-back" | "correcting" | "accepted" | "handling" | "reviewing" | "special-procedure" | "suspended" | "granted" | "paying" | "licensing" | "refused" | "rejected" | "withdrawn" | "terminated" | "forwarded" | "lapsed" | "returned" | "voided" | "finished" | "delivered" | "rated" | "archived";
            stateName: string;
            region: string;
            regionName: string;
            /** Format: date-time */
            submittedAt: string;
            /**
             * Format: date-time
             * @description 法定期限届满
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description 承诺期限届满
             */
            promisedDueAt: string | null;
            ended: boolean;
            /** @description 等申请人做事：补正、缴费 */
            waitsForApplicant: boolean;
            /** @description 抄送、核签的人只看被问到的这个办件，不含上下级办件、缴费和文书 */
            partOnly: boolean;
            applicantName: string;
            leadDepartment: string;
            parent: string | null;
            children: components["schemas"]["ChildCaseDto"][];
            timeline: components["schemas"]["TimelineEntryDto"][];
            materials: components["schemas"]["CaseMaterialDto"][];
            /** @description 事项要求的全部材料，补正时从中选择 */
            itemMaterials: components["schemas"]["MaterialNameDto"][];
            form: {
                [key: string]: unknown;
            };
            formSchema: {
                [key: string]: unknown;
            } | null;
            uiSchema: {
                [key: string]: unknown;
            } | null;
            payments: components["schemas"]["PaymentDto"][];
            licences: components["schemas"]["LicenceDto"][];
            /** @description 证照和文书；申请人只看到已出具的 */
            documents: components["schemas"]["OfficialDocumentDto"][];
            /** @description 申请人现在能否撤回 */
            withdrawable: boolean;
            applicantTask: components["schemas"]["ApplicantTaskDto"] | null;
            clock: components["schemas"]["CaseClockDto"];
        };
        DiagramDto: {
            /** @description BPMN XML */
            xml: string;
            /** @description 正在办的元素 */
            active: string[];
            /** @description 已办完的元素 */
            completed: string[];
            /** @description 出了异常的元素 */
            incidents: string[];
        };
        WithdrawDto: {
            /** @description 撤回的理由 */
            reason: string;
        };
        SupplementDto: {
            /** @description 给受理人的话 */
            opinion?: string;
            form?: {
                [key: string]: unknown;
            };
            /** @description 补正的材料：材料编码 → 文件编号 */
            materials?: {
                [key: string]: string[];
            };
        };
        CollectionDto: {
            caseNumber: string;
            /** @description 收件凭证编号 */
            serial: string;
            itemName: string;
            applicantName: string;
            /** @description 收件窗口 */
            window: string;
            collectedBy: string;
            /**
             * Format: date-time
             * @description 收件时间
             */
            collectedAt: string;
            /**
             * Format: date-time
             * @description 录入时间
             */
            enteredAt: string;
            /** @description 收件日期早于录入日期（事后补录） */
            late: boolean;
            /** @description 排队号 */
            queueNumber: string | null;
            /** @description 承办部门 */
            owner: string;
            /** @description 异地代收：收件窗口和承办部门不在一地 */
            elsewhere: boolean;
            /**
             * @description 以哪一刻为法定收件
             * @enum {string}
             */
            receipt: "collected" | "received";
            /**
             * Format: date-time
             * @description 转交时间
             */
            forwardedAt: string | null;
            /** @description 转交方式、快递单号 */
            forwardNote: string | null;
            /**
             * Format: date-time
             * @description 承办部门接收
             */
            receivedAt: string | null;
        };
        CollectionListDto: {
            items: components["schemas"]["CollectionDto"][];
            next: string | null;
        };
        ForwardDto: {
            /** @description 怎样转交：专人、机要、快递单号 */
            note: string;
        };
        PartDto: {
            caseNumber: string;
            itemName: string;
        };
        ParcelDto: {
            /** @description 办件编号；统一领取的为一件事的编号 */
            caseNumber: string;
            itemName: string;
            applicantName: string;
            /**
             * @description 邮寄、自取
             * @enum {string}
             */
            way: "post" | "window";
            /** @description 送达地址 */
            address: string | null;
            /** @description 一件事的结果统一领取 */
            together: boolean;
            /** @description 已决定、未送达的事项 */
            parts: components["schemas"]["PartDto"][];
            /** @description 统一领取时还没有办结的事项 */
            waitingFor: string[];
            /**
             * Format: date-time
             * @description 送达期限（行政许可法第四十四条）
             */
            dueAt: string | null;
            /** @description 快递公司 */
            courier: string | null;
            /** @description 邮寄单号 */
            trackingNumber: string | null;
            /**
             * Format: date-time
             * @description 寄出时间
             */
            sentAt: string | null;
        };
        ParcelListDto: {
            items: components["schemas"]["ParcelDto"][];
            next: string | null;
        };
        DeliveryStateDto: {
            /** @enum {string} */
            way: "post" | "window" | "electronic";
            /** @description 送达地址 */
            address: string | null;
            /** @description 领取地点：收件的窗口，或者承办部门 */
            pickUpAt: string;
            /** @description 一件事的结果统一领取 */
            together: boolean;
            /** @description 统一领取时还没有办结的事项 */
            waitingFor: string[];
            /** @description 有纸质结果等待寄出或领取 */
            waiting: boolean;
            /**
             * Format: date-time
             * @description 送达期限（行政许可法第四十四条）
             */
            dueAt: string | null;
            /** @description 快递公司 */
            courier: string | null;
            /** @description 邮寄单号 */
            trackingNumber: string | null;
            /**
             * Format: date-time
             * @description 寄出时间
             */
            sentAt: string | null;
            /** @description 领取人 */
            receiver: string | null;
            /** @description 领取人出示的证件 */
            paperKind: string | null;
            /**
             * Format: date-time
             * @description 送达时间
             */
            deliveredAt: string | null;
        };
        SendDto: {
            /** @description 快递公司 */
            courier: string;
            /** @description 邮寄单号 */
            trackingNumber: string;
        };
        ArriveDto: {
            /** @description 签收人；不填为申请人本人 */
            receiver?: string;
        };
        HandOutDto: {
            /** @description 领取人签名 */
            receiver: string;
            /**
             * @description 核验的证件：身份证、居住证、护照、委托书
             * @enum {string}
             */
            paperKind: "id-card" | "residence-permit" | "passport" | "authorisation";
        };
        SignatureDto: {
            /** @description 签名：登录人（或者窗口前申请人）的姓名 */
            signedName: string;
        };
        ChosenWaysDto: {
            /** @description 容缺受理 */
            gaps?: components["schemas"]["SignatureDto"];
            /** @description 告知承诺 */
            promise?: components["schemas"]["SignatureDto"];
        };
        EntryDto: {
            /** @description 窗口前的申请人 */
            applicantName: string;
            /**
             * Format: date-time
             * @description 窗口收到材料的时间
             */
            receivedAt: string;
            /** @description 收到材料的日期早于录入日期 */
            late: boolean;
            queueNumber: string | null;
        };
        DraftDto: {
            /** Format: uuid */
            id: string;
            /** @description 事项编码 */
            item: string;
            itemName: string;
            region: string;
            regionName: string;
            form: {
                [key: string]: unknown;
            };
            /** @description 材料：材料编码 → 文件编号 */
            materials: {
                [key: string]: string[];
            };
            ways: components["schemas"]["ChosenWaysDto"];
            /** @description 窗口代录；本人申请时为空 */
            entry: components["schemas"]["EntryDto"] | null;
            /** Format: date-time */
            updatedAt: string;
        };
        DraftListDto: {
            items: components["schemas"]["DraftDto"][];
            next: string | null;
        };
        NewDraftDto: {
            /** @description 事项编码 */
            item: string;
            /** @description 办理所在地的行政区划代码 */
            region: string;
        };
        DraftContentDto: {
            form: {
                [key: string]: unknown;
            };
            /** @description 材料：材料编码 → 文件编号 */
            materials: {
                [key: string]: string[];
            };
            /** @description 选择的办理方式；不给则不变 */
            ways?: components["schemas"]["ChosenWaysDto"];
        };
        DraftFormDto: {
            /** @description 目前已填的表单 */
            form: {
                [key: string]: unknown;
            };
            /** @description 材料：材料编码 → 文件编号 */
            materials?: {
                [key: string]: string[];
            };
        };
        LetterDto: {
            title: string;
            lines: string[];
        };
        GapMaterialDto: {
            code: string;
            name: string;
        };
        GapsOfferDto: {
            /** @description 要签署的承诺书 */
            letter: components["schemas"]["LetterDto"];
            /** @description 为什么不能用、怎么办；可以用时为空 */
            barred: string | null;
            /** @description 还没有、可以容缺后补的材料 */
            materials: components["schemas"]["GapMaterialDto"][];
            /** @example 10 个工作日 */
            within: string;
        };
        OfferDto: {
            /** @description 要签署的承诺书 */
            letter: components["schemas"]["LetterDto"];
            /** @description 为什么不能用、怎么办；可以用时为空 */
            barred: string | null;
        };
        OffersDto: {
            /** @description 容缺受理；没有缺可容时为空 */
            gaps: components["schemas"]["GapsOfferDto"] | null;
            /** @description 告知承诺；没有选择时为空 */
            promise: components["schemas"]["OfferDto"] | null;
        };
        DraftSituationDto: {
            children: components["schemas"]["SituationChildDto"][];
            materials: components["schemas"]["SituationMaterialDto"][];
            /** @description 按已有数据预填的表单内容 */
            prefill: {
                [key: string]: unknown;
            };
            blocked: components["schemas"]["BlockedDto"][];
            ways: components["schemas"]["OffersDto"];
        };
        SubmitDto: {
            /**
             * Format: uuid
             * @description 草稿的编号
             */
            draft: string;
        };
        SignedPromiseDto: {
            /**
             * @description 容缺受理、告知承诺
             * @enum {string}
             */
            kind: "gaps" | "promise";
            title: string;
            /** @description 承诺书全文 */
            lines: string[];
            /** @description 全文的 SM3 摘要 */
            digest: string;
            /** @description 签名 */
            signedName: string;
            /** Format: date-time */
            signedAt: string;
        };
        GapDto: {
            /** @description 容缺的材料 */
            code: string;
            name: string;
            /** @description 已经补交 */
            handedIn: boolean;
            /**
             * Format: date-time
             * @description 补齐的期限；受理之前没有
             */
            dueAt: string | null;
            /** @description 现在可以由申请人补交 */
            open: boolean;
            /** @description 所属办件 */
            caseNumber: string;
        };
        WaysDto: {
            /** @description 窗口收件；网上申报的没有 */
            collection: components["schemas"]["CollectionDto"] | null;
            promises: components["schemas"]["SignedPromiseDto"][];
            gaps: components["schemas"]["GapDto"][];
        };
        CompanionDto: {
            /** @description 岗位编号 */
            post: string;
            name: string;
            title: string;
            /** @description 执法证号 */
            certificate: string;
        };
        LatestInspectionDto: {
            /** @enum {string} */
            state: "waiting" | "confirmed" | "refused" | "withdrawn";
            /** @description 同行核查人 */
            companion: string;
            /** @description 退回的理由 */
            reason: string | null;
            /** Format: date-time */
            proposedAt: string;
        };
        InspectionDto: {
            /** @description 要求两人核查的条款；空的表示不需要 */
            article: string | null;
            /** @description 您当前岗位的执法证号 */
            certificate: string | null;
            /** @description 可以同行的持证人员 */
            companions: components["schemas"]["CompanionDto"][];
            /** @description 最近一份笔录 */
            latest: components["schemas"]["LatestInspectionDto"] | null;
        };
        ProposalDto: {
            /** @description 同行核查人的岗位编号 */
            companion: string;
            /** @description 核查结论 */
            outcome: string;
            opinion?: string;
            form?: {
                [key: string]: unknown;
            };
        };
        TokenDto: {
            element: string;
            name: string | null;
            type: string;
            key: string;
        };
        PlaceDto: {
            element: string;
            name: string | null;
            type: string;
        };
        PlacesDto: {
            /** @description 正在进行的环节 */
            tokens: components["schemas"]["TokenDto"][];
            /** @description 现在可以从此开始的环节 */
            startable: components["schemas"]["PlaceDto"][];
            /** @description 已经走过的环节 */
            passed: string[];
        };
        ModificationDto: {
            /** @description 取消的令牌（GET places 给出的 key） */
            cancel?: string[];
            /** @description 视为已完成、继续往下走的令牌 */
            skip?: string[];
            /** @description 从这些环节开始；与取消同用即为退回 */
            start?: string[];
            /** @description 理由，永久留在办件上 */
            reason: string;
        };
        MigrationPlanDto: {
            /** @description 办件现在所在的版本 */
            from: number;
            /** @description 迁移到的版本 */
            to: number;
            /** @description 编号不同的环节：原环节 → 新环节 */
            elements?: {
                [key: string]: string;
            };
            /** @description 定时重新起算的新环节；其余保持原到期时间 */
            retime?: string[];
            /** @description 只迁移这些办件；不填为该版本的全部在办件 */
            cases?: string[];
        };
        MigrationElementDto: {
            element: string;
            name: string | null;
            type: string;
            /** @description 有多少办件正停在这里 */
            cases: number;
            /** @description 移到新版本的哪个环节；没有则须指定 */
            target: string | null;
        };
        CaseOutcomeDto: {
            caseNumber: string;
            /** @enum {string} */
            state: "movable" | "pending" | "done" | "refused";
            /** @description 为什么不能，怎么办 */
            message: string | null;
        };
        MigrationPreviewDto: {
            cases: number;
            /** @description 可以迁移的 */
            movable: number;
            /** @description 有办件停留的环节 */
            elements: components["schemas"]["MigrationElementDto"][];
            /** @description 新版本的全部环节 */
            targets: components["schemas"]["PlaceDto"][];
            /** @description 预演：每个办件会怎样（不能迁移的在前） */
            outcomes: components["schemas"]["CaseOutcomeDto"][];
        };
        MigrationDto: {
            /** @description 办件现在所在的版本 */
            from: number;
            /** @description 迁移到的版本 */
            to: number;
            /** @description 编号不同的环节：原环节 → 新环节 */
            elements?: {
                [key: string]: string;
            };
            /** @description 定时重新起算的新环节；其余保持原到期时间 */
            retime?: string[];
            /** @description 只迁移这些办件；不填为该版本的全部在办件 */
            cases?: string[];
            /** @description 理由，永久留在每个办件上 */
            reason: string;
        };
        MigrationProgressDto: {
            /** Format: uuid */
            id: string;
            processId: string;
            pending: number;
            done: number;
            refused: number;
            outcomes: components["schemas"]["CaseOutcomeDto"][];
        };
        PauseDto: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
            reason: string;
            reasonName: string;
            article: string | null;
        };
        PauseReasonDto: {
            code: string;
            name: string;
        };
        ExtensionRightDto: {
            /** @description 最多延长多少个工作日 */
            days: number;
            /** @enum {string} */
            by: "head" | "government";
        };
        LegalTransitionDto: {
            /** Format: date-time */
            at: string;
            act: string;
            actName: string;
            from: string;
            to: string;
            toName: string;
            /** @description 空 = 依法自动发生 */
            person: string | null;
            department: string | null;
            reason: string | null;
            article: string | null;
        };
        OfferedActDto: {
            /** @enum {string} */
            act: "pause" | "resume" | "extend" | "tell-hearing" | "ask-hearing" | "hold-hearing" | "suspend" | "unsuspend" | "lapse" | "return" | "forward" | "terminate" | "deliver" | "archive" | "void";
            name: string;
            allowed: boolean;
            /** @description 现在不能办理的原因 */
            reason: string | null;
            /** @description 是办件现在的状态不允许，不是法律另有的条件 */
            wrongState: boolean;
            /** @description 办理时必须写明理由 */
            needsReason: boolean;
            article: string | null;
            /** @description 须先经他人批准 */
            approval: boolean;
        };
        LegalStandingDto: {
            /** @enum {string} */
            state: "submitted" | "pre-reviewed" | "collected" | "sent-back" | "correcting" | "accepted" | "handling" | "reviewing" | "special-procedure" | "suspended" | "granted" | "paying" | "licensing" | "refused" | "rejected" | "withdrawn" | "terminated" | "forwarded" | "lapsed" | "returned" | "voided" | "finished" | "delivered" | "rated" | "archived";
            stateName: string;
            /** @description 适用的法律 */
            law: string | null;
            outcome: string | null;
            outcomeName: string | null;
            /** Format: date-time */
            receivedAt: string | null;
            /**
             * Format: date-time
             * @description 逾期不告知即为受理
             */
            acceptanceDueAt: string | null;
            /** Format: date-time */
            acceptedAt: string | null;
            /** @description 因逾期不告知而视为受理 */
            deemed: boolean;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            promisedDueAt: string | null;
            /**
             * Format: date-time
             * @description 延续：许可有效期届满，届时没有作出决定即视为准予延续
             */
            renewalDueAt: string | null;
            /** @description 有效期届满前没有作出决定，已视为准予延续 */
            renewedByLaw: boolean;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            deliverDueAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description 批准延长的工作日数 */
            extensionDays: number;
            /** @description 时限跨入没有日历的年份：待日历 */
            calendarPending: boolean;
            pauses: components["schemas"]["PauseDto"][];
            /** @description 不计入时限的法定事由 */
            pauseReasons: components["schemas"]["PauseReasonDto"][];
            extension: components["schemas"]["ExtensionRightDto"] | null;
            moves: components["schemas"]["LegalTransitionDto"][];
            /** @description 当前岗位可以办理的行为 */
            acts: components["schemas"]["OfferedActDto"][];
        };
        LegalActDto: {
            /**
             * @description 特别程序、挂起、转报、终止、补正不来、退件、送达、归档、作废、听证
             * @enum {string}
             */
            act: "pause" | "resume" | "tell-hearing" | "ask-hearing" | "hold-hearing" | "suspend" | "unsuspend" | "lapse" | "return" | "forward" | "terminate" | "deliver" | "archive" | "void";
            /** @description 理由；对申请人不利的行为必填 */
            reason?: string;
            /** @description 特别程序：procedure（法定事由）、days（告知的工作日数）、document（告知书编号）；送达：way（window、post、electronic）、receiver（受送达人）、trackingNumber（邮寄单号） */
            data?: {
                [key: string]: unknown;
            };
        };
        ExtensionDto: {
            /** @description 延长的工作日数 */
            days: number;
            /** @description 延长的理由，将书面告知申请人 */
            reason: string;
        };
        ExtensionAskedDto: {
            /** @description 审批任务的编号 */
            task: string;
        };
        PaymentNoticeDto: {
            /**
             * Format: uuid
             * @description 通知的编号；重复的通知编号相同
             */
            noticeId: string;
            caseNumber: string;
            key?: string;
            /** @description 缴款单号 */
            orderNo: string;
            amountCents: number;
            /** @enum {string} */
            state: "paid";
            /** Format: date-time */
            paidAt: string;
        };
        HeardDto: {
            heard: boolean;
        };
        DepartmentNoticeDto: {
            /**
             * Format: uuid
             * @description 通知的编号；重复的通知编号相同
             */
            noticeId: string;
            caseNumber: string;
            /** @description 部门系统的代码 */
            system: string;
            /** @description 部门系统里的编号 */
            externalNumber: string;
            /** @description 办到哪一步 */
            step: string;
            /** @description 结论 */
            outcome?: string | null;
            /** Format: date-time */
            at: string;
        };
        MessageNoticeDto: {
            /** @description 消息名称，与流程图中的一致 */
            name: string;
            /** @description 关联键；与名称一起确定唯一的接收方 */
            key?: string;
            /** @description 指定接收的办件；不指定则按名称和关联键查找 */
            caseNumber?: string;
            variables?: {
                [key: string]: unknown;
            };
            /** @description 暂无办件等待时保留多少秒；不填用平台的设置 */
            keepSeconds?: number;
            /**
             * Format: uuid
             * @description 消息的编号；重复的消息编号相同
             */
            noticeId: string;
        };
        AssigneeDto: {
            id: string;
            name: string;
        };
        TaskSummaryDto: {
            id: string;
            caseNumber: string;
            itemCode: string;
            itemName: string;
            element: string;
            name: string;
            act: string | null;
            departmentName: string;
            level: string | null;
            role: string | null;
            regionName: string;
            applicantName: string;
            /** @enum {string} */
            state: "open" | "completing" | "completed" | "cancelled" | "superseded";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            /** @enum {string} */
            light: "green" | "warning" | "red";
            assignee: components["schemas"]["AssigneeDto"] | null;
            departmentId: string | null;
            /** @description 流程图之外的任务是为什么事；流程环节为空 */
            purpose: string | null;
            /** @description 委派人；办完交回给他 */
            delegator: components["schemas"]["AssigneeDto"] | null;
            /**
             * @description 在等前加签，或已提交、在等后加签
             * @enum {string|null}
             */
            waiting: "sign-before" | "sign-after" | null;
            /** @description 被催办的次数 */
            urgedTimes: number;
            /** Format: date-time */
            urgedAt: string | null;
            /** @description 事项允许批量办理这个环节 */
            bulk: boolean;
        };
        TaskListDto: {
            items: components["schemas"]["TaskSummaryDto"][];
            next: string | null;
            /** @description 本部门待领取的任务数 */
            pool: number;
            /** @description 我手上的任务数 */
            mine: number;
            /** @description 我委派出去、还没有交回的任务数 */
            delegated: number;
            /** @description 抄送给我、还没有看的 */
            copies: number;
        };
        OutcomeDto: {
            id: string;
            name: string;
        };
        SignOffMemberDto: {
            position: number;
            name: string;
            departmentName: string | null;
            /** @enum {string} */
            state: "waiting" | "open" | "agreed" | "disagreed" | "removed" | "not-needed";
            opinion: string | null;
            /** Format: date-time */
            answeredAt: string | null;
        };
        SignOffDto: {
            /** Format: uuid */
            id: string;
            taskId: string;
            /**
             * @description 前加签 / 后加签
             * @enum {string}
             */
            place: "before" | "after";
            /**
             * @description 会签（全部、按比例）/ 或签 / 依次
             * @enum {string}
             */
            rule: "all" | "ratio" | "any" | "in-order";
            ratio: number | null;
            reason: string;
            byName: string;
            /** @enum {string} */
            state: "planned" | "open" | "agreed" | "disagreed" | "withdrawn";
            /** Format: date-time */
            createdAt: string;
            members: components["schemas"]["SignOffMemberDto"][];
        };
        SentCopyDto: {
            /** Format: uuid */
            id: string;
            /** @description 抄送给谁 */
            name: string;
            /** @description 发出的人 */
            byId: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description 看过的时间
             */
            readAt: string | null;
        };
        TaskHistoryEntryDto: {
            /** Format: date-time */
            at: string;
            /** @example transfer */
            verb: string;
            person: string | null;
            /** @description 代谁办理 */
            inNameOf: string | null;
            /** @description 转给谁、请谁加签、抄送谁、退回哪里 */
            to: string[];
            outcome: string | null;
            opinion: string | null;
        };
        TaskDraftDto: {
            outcome?: string | null;
            opinion?: string | null;
            form?: {
                [key: string]: unknown;
            };
        };
        TaskDto: {
            id: string;
            caseNumber: string;
            itemCode: string;
            itemName: string;
            element: string;
            name: string;
            act: string | null;
            departmentName: string;
            level: string | null;
            role: string | null;
            regionName: string;
            applicantName: string;
            /** @enum {string} */
            state: "open" | "completing" | "completed" | "cancelled" | "superseded";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            /** @enum {string} */
            light: "green" | "warning" | "red";
            assignee: components["schemas"]["AssigneeDto"] | null;
            departmentId: string | null;
            /** @description 流程图之外的任务是为什么事；流程环节为空 */
            purpose: string | null;
            /** @description 委派人；办完交回给他 */
            delegator: components["schemas"]["AssigneeDto"] | null;
            /**
             * @description 在等前加签，或已提交、在等后加签
             * @enum {string|null}
             */
            waiting: "sign-before" | "sign-after" | null;
            /** @description 被催办的次数 */
            urgedTimes: number;
            /** Format: date-time */
            urgedAt: string | null;
            /** @description 事项允许批量办理这个环节 */
            bulk: boolean;
            formSchema: {
                [key: string]: unknown;
            } | null;
            uiSchema: {
                [key: string]: unknown;
            } | null;
            outcomes: components["schemas"]["OutcomeDto"][];
            inputs: {
                [key: string]: unknown;
            };
            /** @description 它旁边的任务 */
            parentTask: string | null;
            signOffs: components["schemas"]["SignOffDto"][];
            /** @description 抄送给了谁；撤回的不再列出 */
            copies: components["schemas"]["SentCopyDto"][];
            /** @description 这个任务的操作记录，早的在前 */
            operations: components["schemas"]["TaskHistoryEntryDto"][];
            /** @description 我写了一半的 */
            draft: components["schemas"]["TaskDraftDto"] | null;
            /** @description 我代谁办理；自己的为空 */
            actingAs: components["schemas"]["AssigneeDto"] | null;
            case: components["schemas"]["CaseDto"];
        };
        SendBackTargetDto: {
            /** @description 驳回时填写的去处：环节编号；依次会签中为“环节#位次” */
            to: string;
            element: string;
            name: string;
            role: string | null;
            /**
             * Format: date-time
             * @description 上次办结的时间
             */
            doneAt: string | null;
            /** @description 会一并撤销、须重新办理的环节 */
            undone: string[];
            /** @description 已经发生、不会撤销的系统动作 */
            stays: string[];
        };
        DepartmentDto: {
            id: string;
            name: string;
            level: string;
        };
        DeskDto: {
            postId: string;
            personId: string;
            personName: string;
            title: string;
            role: string;
            departmentId: string;
            departmentName: string;
        };
        DesksDto: {
            /** @description 可以接办的部门，本部门在前 */
            departments: components["schemas"]["DepartmentDto"][];
            desks: components["schemas"]["DeskDto"][];
        };
        CompletionDto: {
            /** @description 结论，流程图中所列之一 */
            outcome?: string;
            /** @description 意见 */
            opinion?: string;
            form?: {
                [key: string]: unknown;
            };
        };
        TransferDto: {
            /** @description 理由；留在任务的操作记录里 */
            reason: string;
            /** @description 转给哪个岗位上的人 */
            post?: string;
            /** @description 或转到哪个部门的待领取 */
            department?: string;
        };
        DelegationDto: {
            /** @description 理由；留在任务的操作记录里 */
            reason: string;
            /** @description 委派给本部门哪个岗位上的人 */
            post: string;
        };
        OpinionDto: {
            /** @description 意见 */
            opinion: string;
        };
        NewSignOffDto: {
            /**
             * @description 前加签 / 后加签
             * @enum {string}
             */
            place: "before" | "after";
            /**
             * @description 会签（全部、按比例）/ 或签 / 依次
             * @enum {string}
             */
            rule: "all" | "ratio" | "any" | "in-order";
            /** @description 按比例会签：0–1 */
            ratio?: number;
            /** @description 加签人的岗位；依次加签按此顺序 */
            posts: string[];
            /** @description 请加签人看什么 */
            reason: string;
        };
        SignOffRemovalDto: {
            /** Format: uuid */
            signOff: string;
            position: number;
            reason: string;
        };
        SendBackDto: {
            /** @description 理由；留在任务的操作记录里 */
            reason: string;
            /**
             * @description 驳回到：previous（上一步）、applicant（申请人），或 returns 给出的去处
             * @example previous
             */
            to: string;
        };
        ReasonDto: {
            /** @description 理由；留在任务的操作记录里 */
            reason: string;
        };
        CopiesDto: {
            /** @description 抄送给哪些岗位上的人 */
            posts: string[];
            note?: string;
        };
        CopyRecallDto: {
            /**
             * Format: uuid
             * @description 撤回哪一份抄送
             */
            copy: string;
        };
        BulkDto: {
            /** @description 任务编号，最多 100 个 */
            ids: string[];
        };
        BulkOutcomeDto: {
            id: string;
            /**
             * @description pending：已提交，正在处理
             * @enum {string}
             */
            state: "done" | "pending" | "refused";
            /** @description 为什么不行，怎么办 */
            message: string | null;
        };
        BulkCompletionDto: {
            /** @description 任务编号，最多 100 个 */
            ids: string[];
            outcome?: string;
            opinion?: string;
            form?: {
                [key: string]: unknown;
            };
        };
        UrgeDto: {
            /** @description 想对承办人说的话 */
            note?: string;
        };
        UrgedDto: {
            /** @description 催办了几个环节 */
            tasks: number;
        };
        CopyDto: {
            /** Format: uuid */
            id: string;
            taskId: string;
            taskName: string;
            caseNumber: string;
            itemName: string;
            byName: string;
            note: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description 看过的时间
             */
            readAt: string | null;
        };
        DeputyDto: {
            /** Format: uuid */
            id: string;
            personId: string;
            personName: string;
            deputyId: string;
            deputyName: string;
            postId: string | null;
            postTitle: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            reason: string;
            /** @description 今天有效 */
            active: boolean;
        };
        NewDeputyDto: {
            /** @description 代理人的岗位 */
            deputy: string;
            /** @description 只代理我的这个岗位；不填为全部 */
            post?: string;
            /**
             * Format: date
             * @description 第一天
             */
            from: string;
            /**
             * Format: date
             * @description 最后一天
             */
            to: string;
            reason?: string;
        };
        TaskQuery: {
            /**
             * @default pool
             * @enum {string}
             */
            view: "pool" | "mine" | "delegated" | "done";
            /** @description 只看某个事项（事项编码） */
            item?: string;
            /** @description 只看某个办件 */
            case?: string;
            /** @description 只看某个环节 */
            element?: string;
            /** @description 申请人、环节、区域名称中的字，或办件编号的开头 */
            q?: string;
            /**
             * @description 已超期、两天内、七天内到期
             * @enum {string}
             */
            due?: "overdue" | "soon" | "week";
            /** @description 上一页的 next */
            cursor?: string;
        };
        SavedViewDto: {
            /** Format: uuid */
            id: string;
            name: string;
            query: components["schemas"]["TaskQuery"];
            count: number;
        };
        NewViewDto: {
            name: string;
            query: components["schemas"]["TaskQuery"];
        };
        OpinionTemplateDto: {
            /** Format: uuid */
            id: string;
            text: string;
        };
        NewOpinionTemplateDto: {
            text: string;
        };
        NewEntryDto: {
            /** @description 事项编码 */
            item: string;
            /** @description 办理所在地的行政区划代码；可以不是本窗口所在地（异地代收） */
            region: string;
            /** @enum {string} */
            kind: "natural" | "legal";
            /** @description 身份证号码，或者统一社会信用代码 */
            idNumber: string;
            name: string;
            /**
             * Format: date
             * @description 收到纸质材料的日期；不写就是今天
             */
            receivedOn?: string;
            /** @description 排队号 */
            queueNumber?: string;
        };
        ProblemItemDto: {
            /** @description 哪个字段、材料或流程元素 */
            field?: string;
            /** @description 错在哪里、怎么改 */
            message: string;
        };
        ProblemDto: {
            /** @example urn:onestop:problem:material-missing */
            type: string;
            title: string;
            status: number;
            /** @description 给程序看的代码，英文，稳定 */
            code: string;
            /** @description 给人看的话：哪里不对、怎么办 */
            detail: string;
            instance: string;
            errors?: components["schemas"]["ProblemItemDto"][];
        };
    };
    responses: {
        /** @description 请求里有读不懂的内容 */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
        /** @description 请求缺少 X-Requested-With: onestop */
        Forged: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
        /** @description 内容过大 */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
        /** @description 内容的格式或编码不支持 */
        UnknownFormat: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
        /** @description 请求过于频繁；Retry-After 说明多少秒后再试 */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
        /** @description 系统暂时不可用；Retry-After 说明多少秒后再试 */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDto"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readMissingYears: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingYearsDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveCalendarDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDaysDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dropCalendarDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplanningDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBenefitLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListsDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeBenefitList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBenefitListDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readBenefitList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveBenefitList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendBenefitList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    correctBenefitLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountCorrectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readBoard: {
        parameters: {
            query?: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 几个工作日内到期 */
                days?: number;
                /** @description 停办多少天以上算过久 */
                pausedDays?: number;
                /** @description 退回补正多少次以上算过多 */
                returns?: number;
                /** @description 按什么分组；不填为下一级 */
                group?: "county" | "township" | "line" | "department" | "item" | "step" | "handler";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSupervisedCases: {
        parameters: {
            query?: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 几个工作日内到期 */
                days?: number;
                /** @description 停办多少天以上算过久 */
                pausedDays?: number;
                /** @description 退回补正多少次以上算过多 */
                returns?: number;
                /** @description 哪一项指标的办件 */
                metric?: "open" | "dueSoon" | "overdue" | "statutoryOverdue" | "promisedOverdue" | "acceptanceOverdue" | "deliveryOverdue" | "paused" | "pausedLong" | "returnedOften" | "lateEntry" | "steps" | "stepsDueSoon" | "stepsOverdue" | "refusedAcceptance" | "lateEntryFinished";
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisedCaseListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readStatistics: {
        parameters: {
            query: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                group?: "county" | "township" | "line" | "level" | "department" | "item" | "type" | "month" | "step" | "handler";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadStatistics: {
        parameters: {
            query: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                group?: "county" | "township" | "line" | "level" | "department" | "item" | "type" | "month" | "step" | "handler";
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readLeague: {
        parameters: {
            query: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                group?: "county" | "line" | "department";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeagueDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadLeague: {
        parameters: {
            query: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                group?: "county" | "line" | "department";
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listHeatVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatVersionListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readHeat: {
        parameters: {
            query: {
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                process: string;
                version: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeatDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadHeat: {
        parameters: {
            query: {
                /** @description 起，含当日 */
                from: string;
                /** @description 止，含当日 */
                to: string;
                process: string;
                version: number;
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description 名称中的字 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCardRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addCardRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleContentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardRuleVersionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    evaluateCardRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeCardRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleContentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardRuleVersionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endCardRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCards: {
        parameters: {
            query?: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description standing = 未了结的 */
                state?: "proposed" | "issued" | "answered" | "accepted" | "returned" | "revoked" | "dismissed" | "standing";
                colour?: "warning" | "yellow" | "red";
                /** @description 只看本单位的 */
                own?: boolean;
                /** @description 办件编号 */
                case?: string;
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueCard: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCardDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardDetailDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptCardAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    returnCardAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description 按块（垂管单位不计入区县）或按条（垂管单位计在所在区县） */
                by?: "territory" | "line";
                /** @description 区县代码或开发区；vertical = 垂管单位 */
                county?: string;
                /** @description 乡镇街道代码；own = 区县本级 */
                township?: string;
                /** @description 条线 */
                line?: string;
                /** @description 部门 */
                department?: string;
                /** @description 事项 */
                item?: string;
                /** @description 事项类型 */
                type?: string;
                /** @description 环节 */
                step?: string;
                /** @description 经办人；空 = 待领取 */
                handler?: string;
                /** @description open = 未了结的 */
                state?: "issued" | "replied" | "returned" | "accepted" | "withdrawn" | "open";
                /** @description 只看本单位的 */
                own?: boolean;
                /** @description 办件编号 */
                case?: string;
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrderDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedOrderDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDetailDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    replyToOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptOrderReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStateDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    returnOrderReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderReturnDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSavedQueries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQueryListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSavedQueryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQueryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSavedQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSupervisionSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setUrgeLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUrgeLimitsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingSetDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setAppraisalPoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAppraisalPointsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingSetDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBringingOvers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringingOverListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkBringingOver: {
        parameters: {
            query: {
                /** @description 原系统的代号；与原办件编号一起，同一件只导入一次 */
                sourceSystem: string;
            };
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["OlderCasesDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringingOverDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadBringingOverTemplate: {
        parameters: {
            query?: {
                format?: "csv" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepBringingOverFile: {
        parameters: {
            query: {
                /** @description 原系统的代号；与原办件编号一起，同一件只导入一次 */
                sourceSystem: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFileDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readBringingOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringingOverDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dropBringingOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringingOverDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBringingOverLines: {
        parameters: {
            query?: {
                state?: "ready" | "faulty" | "brought" | "already" | "refused";
                /** @description 从这一行之后 */
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineOutcomeListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    runBringingOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已受理；可随时查看进度 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BringingOverDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listRecurringTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringTaskListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchAudit: {
        parameters: {
            query?: {
                /** @description 人员编号或姓名 */
                person?: string;
                /** @description 做了什么；以 . 结尾的取一类，如 case. */
                act?: string;
                /** @description 对什么做的，如 case:办件编号 */
                target?: string;
                outcome?: "done" | "refused" | "failed";
                /** @description 自何时起（含） */
                from?: string;
                /** @description 到何时止（不含） */
                until?: string;
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readAuditChain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChainDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCredit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditStatusDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askAboutCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCreditRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRecordDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDepartmentCredit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentCreditDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideCreditRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditRecordDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    login: {
        parameters: {
            query?: {
                /** @description 登录后回到的站内地址 */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 转到省统一身份认证 */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    loginCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 回到登录前的页面 */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    choosePost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoosePostDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRegions: {
        parameters: {
            query?: {
                /** @description 上级的行政区划代码；不填为市 */
                parent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listClockRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersionListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishClockRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersionListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description 名称中的字词或编码 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDto"];
                };
            };
            400: components["responses"]["Malformed"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readItemForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readSituation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SituationQueryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SituationDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionFileListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    lintDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DmnXmlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    tryDecisionXml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryOutXmlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedOutDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listDecisionVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionVersionListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDecisionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DmnXmlDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryOutDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedOutDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    saveDecisionDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DmnXmlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDecisionFileDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    publishDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDecisionFileDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    lintProcess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["XmlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    importProcess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["XmlDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["XmlDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveProcessDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftProcessDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedVersionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    publishProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedVersionDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listAdapterBindings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdapterBindingListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addAdapterBinding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdapterBindingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdapterBindingDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAdapterBinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdapterChoiceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdapterBindingDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeAdapterBinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTimerStarts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimerStartListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setTimerStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                process: string;
                element: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimerStartSettingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimerStartListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；即消息的编号，重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    throwSignal: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；即消息的编号，重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThrowDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                state?: "open" | "resolved";
                case?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetailDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryIncidents: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRetryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRetryAnswerDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryIncident: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listArchives: {
        parameters: {
            query?: {
                state?: "due" | "packed" | "checked" | "handed-over" | "received" | "failed";
                /** @description 办件编号 */
                case?: string;
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveRequestDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePackageDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFileDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/png": string;
                    "image/jpeg": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/ofd": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLicences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldLicencesDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLicenceChangeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedDraftDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWaitingDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficialDocumentDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDocumentDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDocumentPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retrySealing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deliverDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveredDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDocumentKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentKindDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeDocumentSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KindSettingDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDocumentTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveDocumentTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishDocumentTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewDocumentTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBodyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDocumentWords: {
        parameters: {
            query?: {
                /** @description 机关名称或代字中的文字 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentWordDto"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeDocumentWord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedDto"];
                };
            };
            400: components["responses"]["Malformed"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    compareDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            415: components["responses"]["UnknownFormat"];
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitCase: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    readCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDiagram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiagramDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawCase: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    supplementCase: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplementDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query: {
                /** @description 本窗口收的，或者转给本部门的 */
                view: "collected" | "incoming";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionListDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    forwardPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    receivePapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStateDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resultArrived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArriveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    handOutResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOutDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryStateDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftListDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraftDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftContentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDraftSituation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFormDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSituationDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readWays: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacesDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    modifyCase: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModificationDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    previewMigration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationPlanDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationPreviewDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    migrateCases: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationDto"];
            };
        };
        responses: {
            /** @description 已受理；逐件办理，可随时查看 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationProgressDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readMigration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationProgressDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readLegalActs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalStandingDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    actInLaw: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalActDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    askForExtension: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionAskedDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    noticePayment: {
        parameters: {
            query?: never;
            header: {
                /** @description base64(HMAC-SHA256(密钥, 方法、路径、发送方、接收方、时间、请求号、正文摘要，各带长度))；密钥按发送方和接收方派生 */
                "x-sign": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentNoticeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeardDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    noticeDepartmentSystem: {
        parameters: {
            query?: never;
            header: {
                /** @description base64(HMAC-SHA256(密钥, 方法、路径、发送方、接收方、时间、请求号、正文摘要，各带长度))；密钥按发送方和接收方派生 */
                "x-sign": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentNoticeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeardDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    noticeMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description base64(HMAC-SHA256(密钥, 方法、路径、发送方、接收方、时间、请求号、正文摘要，各带长度))；密钥按发送方和接收方派生 */
                "x-sign": string;
                "x-sender-id": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageNoticeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: components["responses"]["Forged"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                view?: "pool" | "mine" | "delegated" | "done";
                /** @description 只看某个事项（事项编码） */
                item?: string;
                /** @description 只看某个办件 */
                case?: string;
                /** @description 只看某个环节 */
                element?: string;
                /** @description 申请人、环节、区域名称中的字，或办件编号的开头 */
                q?: string;
                /** @description 已超期、两天内、七天内到期 */
                due?: "overdue" | "soon" | "week";
                /** @description 上一页的 next */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskListDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readReturns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendBackTargetDto"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveTaskDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskDraftDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readTaskHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskHistoryEntryDto"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readDesks: {
        parameters: {
            query: {
                /** @description 转办、委派的对象，或全部人员（加签、抄送） */
                for: "transfer" | "delegate" | "any";
                /** @description 姓名、部门、岗位中的字 */
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesksDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    claimTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    transferTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    delegateTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addSignOff: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignOffDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeSignOff: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffRemovalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    returnTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    recallTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseAnswerDto"];
                };
            };
            /** @description 已提交，正在处理；到 Location 所指的地址查询结果 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    copyTask: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopiesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    recallCopy: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyRecallDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSummaryDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    claimTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcomeDto"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeTasks: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCompletionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcomeDto"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    urgeCase: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UrgeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UrgedDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    listCopies: {
        parameters: {
            query?: {
                /** @description 只看没有看过的 */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopyDto"][];
                };
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeputies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeputyDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    nameDeputy: {
        parameters: {
            query?: never;
            header: {
                /** @description UUID；同一次操作重试时用同一个 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeputyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeputyDto"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeDeputy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInboxViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveInboxView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewViewDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeInboxView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOpinionTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionTemplateDto"][];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addOpinionTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpinionTemplateDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeOpinionTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enterAtWindow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntryDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownFormat"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
