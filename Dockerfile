# api、worker、province 与迁移共用的镜像；运行哪一个由命令指定，如 dist/src/main-api.mjs。
FROM node:20.19-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends curl ca-certificates \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
# npm 安装完依赖后运行它；此时还没有接口描述，它什么都不做。
COPY tools/openapi/types.mjs tools/openapi/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build:web \
  && node tools/build/program.mjs src/main-migrate.ts src/main-worker.ts src/main-api.ts src/main-compute.ts province/main.ts \
  && mkdir -p /data/files && chown -R node:node /data dist
ENV NODE_ENV=production TZ=Asia/Shanghai
USER node
ENTRYPOINT ["node"]
CMD ["dist/src/main-api.mjs"]
