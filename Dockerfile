# api、worker 与迁移共用的镜像；运行哪一个由命令指定，如 dist/src/main-api.mjs。
# 先在有全部工具的一层里构建，成品只带运行时的依赖。
FROM node:20.19-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# npm 安装完依赖后运行它；此时还没有接口描述，它什么都不做。
COPY tools/openapi/types.mjs tools/openapi/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build \
  && node tools/build/program.mjs src/main-migrate.ts src/main-worker.ts src/main-api.ts src/main-compute.ts \
    tools/backup/main.ts tools/backup/restore.ts tools/verify/main.ts \
    src/main-first-administrator.ts tools/build/workflows.ts \
  && node dist/tools/build/workflows.mjs \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:20.19-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production TZ=Asia/Shanghai
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
# 程序在它们自己的位置旁边读的文件：流程图与表单、演示以外的城市数据、流程代码。
COPY --from=build /app/bpmn bpmn
COPY --from=build /app/workflows workflows
COPY --from=build /app/src src
COPY --from=build /app/demonstration demonstration
RUN mkdir -p /data/files && chown -R node:node /data
USER node
ENTRYPOINT ["node"]
CMD ["dist/src/main-api.mjs"]
