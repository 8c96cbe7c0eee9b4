<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActStrip</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Yes, it works</source>
        <translation>是，正常</translation>
    </message>
</context>
<context>
    <name>AdjustmentForm</name>
    <message>
        <source>It is reckoned</source>
        <translation>計算時點</translation>
    </message>
    <message>
        <source>It stands on the receipt.</source>
        <translation>會印在收據上。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>The caps hold for the price before; the total is changed.</source>
        <translation>先封頂，再調整總額。</translation>
    </message>
    <message>
        <source>The prices are changed; the caps hold for what comes of it.</source>
        <translation>先調整價格，再封頂。</translation>
    </message>
    <message>
        <source>The time costs</source>
        <translation>時間費用</translation>
    </message>
    <message>
        <source>What is left after extras and validations is changed.</source>
        <translation>加上附加費並扣除折抵後，再調整餘額。</translation>
    </message>
    <message>
        <source>after the caps</source>
        <translation>封頂之後</translation>
    </message>
    <message>
        <source>after validations</source>
        <translation>折抵之後</translation>
    </message>
    <message>
        <source>before the caps</source>
        <translation>封頂之前</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>For this machine; it holds at once.</source>
        <translation>只影響這台電腦，立即生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音效</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
</context>
<context>
    <name>AppearanceSwitch</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
</context>
<context>
    <name>AppliesField</name>
    <message>
        <source>0: leaves on the date of its entry; 1: on the next; 0-1: either.</source>
        <translation>0：當日離場；1：隔日離場；0-1：兩者皆可。</translation>
    </message>
    <message>
        <source>Behind commas; all of them are needed, for example ev.</source>
        <translation>以逗號分隔；須全部具備，例如 ev。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>適用對象</translation>
    </message>
    <message>
        <source>Marks that the stay must have</source>
        <translation>停車須具備的標記</translation>
    </message>
    <message>
        <source>No stay is longer than the one and no longer than the other.</source>
        <translation>沒有停車能同時符合這兩個長度。</translation>
    </message>
    <message>
        <source>None chosen: every class.</source>
        <translation>未選：所有車種。</translation>
    </message>
    <message>
        <source>Only by how many days later it leaves</source>
        <translation>僅依幾天後離場</translation>
    </message>
    <message>
        <source>Only by when it came in</source>
        <translation>僅依進場時間</translation>
    </message>
    <message>
        <source>Only by when it leaves</source>
        <translation>僅依離場時間</translation>
    </message>
    <message>
        <source>Only if the whole stay lies in a time</source>
        <translation>僅限整段停車都在某時段內</translation>
    </message>
    <message>
        <source>Stays longer than</source>
        <translation>停車超過</translation>
    </message>
    <message>
        <source>Stays of at most</source>
        <translation>停車不超過</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>票卡</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>車輛</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>only where no ticket is lost</source>
        <translation>僅限未遺失票卡</translation>
    </message>
    <message>
        <source>only with a lost ticket</source>
        <translation>僅限遺失票卡</translation>
    </message>
    <message>
        <source>with or without a ticket</source>
        <translation>不論有無票卡</translation>
    </message>
</context>
<context>
    <name>ApprovalPanel</name>
    <message>
        <source>Approve</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>This needs a second person</source>
        <translation>這件事需要第二個人</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>由誰核准</translation>
    </message>
    <message>
        <source>{name} asks for it and stays signed on. Whoever approves chooses their name and types their PIN, or holds their badge to the reader.</source>
        <translation>由 {name} 提出，並維持登入。核准的人選擇自己的姓名並輸入 PIN，或將識別證靠近讀取器。</translation>
    </message>
</context>
<context>
    <name>ArticleQuestions</name>
    <message>
        <source>What is sold?</source>
        <translation>售出什麼？</translation>
    </message>
    <message>
        <source>{name}: {amount} by card</source>
        <translation>{name}：{amount}，刷卡</translation>
    </message>
    <message>
        <source>{name}: {paid} of {given} kept. Receipt {number}.</source>
        <translation>{name}：收 {given}，入帳 {paid}。收據 {number}。</translation>
    </message>
</context>
<context>
    <name>ArticlesSection</name>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Ins adds something.</source>
        <translation>按 Ins 新增。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Nothing is sold here.</source>
        <translation>這裡沒有販售商品。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What the booth sells beside parking: F12 and 9 at the desk, then its digit.</source>
        <translation>收費亭除停車外販售的商品：在櫃台按 F12、9，再按商品的數字。</translation>
    </message>
    <message>
        <source>✓ Proposed to the hub; it holds as soon as the hub has agreed.</source>
        <translation>✓ 已向中樞提出；中樞同意後即生效。</translation>
    </message>
    <message>
        <source>✓ Saved.</source>
        <translation>✓ 已儲存。</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>柵欄</translation>
    </message>
    <message>
        <source>How</source>
        <translation>如何</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>款項</translation>
    </message>
    <message>
        <source>Nobody looked at a picture.</source>
        <translation>沒有人看過照片。</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>沒有被拒的嘗試。</translation>
    </message>
    <message>
        <source>People and consoles</source>
        <translation>人員與主控台</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Proof and purging</source>
        <translation>證明與清除</translation>
    </message>
    <message>
        <source>Rates and settings</source>
        <translation>費率與設定</translation>
    </message>
    <message>
        <source>Shifts and drawers</source>
        <translation>班次與錢箱</translation>
    </message>
    <message>
        <source>Stays: {0}, sightings: {1}, bookings: {2}, others: {3}.</source>
        <translation>停車：{0}，影像辨識：{1}，預約：{2}，其他：{3}。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What was tried at this console and not allowed, in the last 31 days.</source>
        <translation>最近 31 天在這台主控台嘗試而未獲允許的操作。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>Who looked at pictures of cars at this console in the last 31 days; again within ten minutes is the same look.</source>
        <translation>最近 31 天誰在這台主控台看過車輛照片；十分鐘內再看算同一次。</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>拒絕原因</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>large, at the desk</source>
        <translation>大圖，櫃台</translation>
    </message>
    <message>
        <source>large, beside a car at a lane</source>
        <translation>大圖，與車道上的車並列</translation>
    </message>
    <message>
        <source>large, in the list of cars</source>
        <translation>大圖，車輛清單</translation>
    </message>
    <message>
        <source>purged</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>small, in a search</source>
        <translation>小圖，搜尋</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit</source>
        <translation>稽核</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>照片查看</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>證明</translation>
    </message>
    <message>
        <source>Purging</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Refused attempts</source>
        <translation>被拒的嘗試</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Copying and checking…</source>
        <translation>複製並檢查中…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Make one now.</source>
        <translation>請立即建立一份。</translation>
    </message>
    <message>
        <source>No copy has reached the second place yet.</source>
        <translation>還沒有備份存到第二處。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The last copy at the second place was made at {time}, {age} ago.</source>
        <translation>第二處的最後一份備份製作於 {time}，已過 {age}。</translation>
    </message>
    <message>
        <source>The newest 30 copies are kept in {folder}. Copy them to another disk too.</source>
        <translation>最新 30 份備份保存在 {folder}。請另外複製到其他磁碟。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>尚無備份。</translation>
    </message>
    <message>
        <source>There is no second place: name one under Sharing, and every hour a copy goes there.</source>
        <translation>沒有第二處：請在「共享」中指定，之後每小時會存一份過去。</translation>
    </message>
    <message>
        <source>✓ {file} was made and checked.</source>
        <translation>✓ 已建立並檢查 {file}。</translation>
    </message>
</context>
<context>
    <name>BadgePanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>識別卡</translation>
    </message>
    <message>
        <source>Hold the badge to the reader.</source>
        <translation>請將識別卡靠近讀卡機。</translation>
    </message>
    <message>
        <source>It chooses the name; the PIN or password is asked for as well.</source>
        <translation>刷卡只會選出姓名，仍須輸入 PIN 或密碼。</translation>
    </message>
    <message>
        <source>It signs on by itself, unless the lot asks for the PIN as well.</source>
        <translation>刷卡即可登入，除非本場另外要求 PIN。</translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation>收回識別卡</translation>
    </message>
    <message>
        <source>The badge of {name}</source>
        <translation>{name} 的識別卡</translation>
    </message>
    <message>
        <source>or type its number, then Enter</source>
        <translation>或輸入卡號後按 Enter</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Came</source>
        <translation>進場</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Empty book as a file …</source>
        <translation>空白簿存成檔案…</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>離場</translation>
    </message>
    <message>
        <source>Lines taken now</source>
        <translation>這次輸入的紀錄</translation>
    </message>
    <message>
        <source>No line yet.</source>
        <translation>還沒有紀錄。</translation>
    </message>
    <message>
        <source>One line of the book at a time. Times as 1432, of another day as 13/5 1432; what is empty on the paper stays empty. Cash goes into your shift.</source>
        <translation>一次輸入一行。時間如 1432，其他日期如 13/5 1432（日/月）；紙上空白的就留空白。現金計入您的班別。</translation>
    </message>
    <message>
        <source>Pad {name} was written to {file}.</source>
        <translation>第 {name} 本已寫入 {file}。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Save an empty book, to be printed</source>
        <translation>儲存空白簿以供列印</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Take the line</source>
        <translation>輸入這一行</translation>
    </message>
    <message>
        <source>Type the first one from the book, Enter takes it.</source>
        <translation>從簿子輸入第一行，按 Enter 完成。</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>在場內</translation>
    </message>
</context>
<context>
    <name>CalendarField</name>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>Add light, or let the camera expose longer.</source>
        <translation>請加強照明，或延長曝光時間。</translation>
    </message>
    <message>
        <source>Characters about {pixels} px high: {grade}</source>
        <translation>字高約 {pixels} 像素：{grade}</translation>
    </message>
    <message>
        <source>Characters {pixels} px high: {grade}</source>
        <translation>字高 {pixels} 像素：{grade}</translation>
    </message>
    <message>
        <source>Frozen: Space goes on</source>
        <translation>畫面已凍結：按空白鍵繼續</translation>
    </message>
    <message>
        <source>Its address in the settings is {address}: is that right?</source>
        <translation>設定中的位址是 {address}，正確嗎？</translation>
    </message>
    <message>
        <source>Large parts are white: shorten the exposure, or keep the sun out.</source>
        <translation>大片畫面過白：請縮短曝光時間，或遮擋陽光。</translation>
    </message>
    <message>
        <source>Light: good</source>
        <translation>亮度：良好</translation>
    </message>
    <message>
        <source>Light: not measured</source>
        <translation>亮度：未測量</translation>
    </message>
    <message>
        <source>Mask {number}</source>
        <translation>遮罩 {number}</translation>
    </message>
    <message>
        <source>Move the camera closer or zoom in, to 16 px at least.</source>
        <translation>請將攝影機移近或放大，至少到 16 像素。</translation>
    </message>
    <message>
        <source>No camera is wired to a lane.</source>
        <translation>沒有任何車道接上攝影機。</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>不需調整。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>辨識區域</translation>
    </message>
    <message>
        <source>The picture is too bright</source>
        <translation>畫面太亮</translation>
    </message>
    <message>
        <source>The picture is too dark</source>
        <translation>畫面太暗</translation>
    </message>
    <message>
        <source>The plate is blurred: set the focus; for moving cars, expose shorter.</source>
        <translation>車牌模糊：請調整對焦；車輛移動時請縮短曝光時間。</translation>
    </message>
    <message>
        <source>The plate is dazzled: shorten the exposure, or turn the lamp down.</source>
        <translation>車牌過亮：請縮短曝光時間，或調暗補光燈。</translation>
    </message>
    <message>
        <source>The plate is faint: clean the glass, and keep lamps out of the picture.</source>
        <translation>車牌對比不足：請清潔鏡頭玻璃，並避免燈光直射畫面。</translation>
    </message>
    <message>
        <source>The plate is too dark: add light, or open the exposure.</source>
        <translation>車牌太暗：請加強照明，或增加曝光。</translation>
    </message>
    <message>
        <source>The plate leans: turn the camera level, or move it in front of the lane.</source>
        <translation>車牌傾斜：請將攝影機轉正，或移到車道正前方。</translation>
    </message>
    <message>
        <source>Waiting for the first picture …</source>
        <translation>正在等候第一個畫面…</translation>
    </message>
    <message>
        <source>Wire one in the configuration file; then start Lotkeeper again.</source>
        <translation>請在設定檔中接上一部，然後重新啟動 Lotkeeper。</translation>
    </message>
    <message>
        <source>Zoom in a little, to be read at night and in rain too.</source>
        <translation>請再放大一些，夜間和雨天才能辨識。</translation>
    </message>
    <message>
        <source>Zoom out: cars are then seen earlier.</source>
        <translation>請縮小畫面：可更早看到來車。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>just enough</source>
        <translation>勉強足夠</translation>
    </message>
    <message>
        <source>larger than needed</source>
        <translation>比需要的大</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>{lane}, from behind</source>
        <translation>{lane}（後方）</translation>
    </message>
    <message>
        <source>{part}: {x}, {y}</source>
        <translation>{part}：{x}, {y}</translation>
    </message>
    <message>
        <source>{shape}, edge {number}</source>
        <translation>{shape}，第 {number} 邊</translation>
    </message>
    <message>
        <source>{shape}, point {number}</source>
        <translation>{shape}，第 {number} 點</translation>
    </message>
</context>
<context>
    <name>CameraScreen</name>
    <message>
        <source>Adjust camera</source>
        <translation>調整攝影機</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未儲存。</translation>
    </message>
    <message>
        <source>Picture with region and masks</source>
        <translation>畫面，附辨識區域與遮罩</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Tab goes from point to point, arrows move by 1 pixel, with Shift by 10. Drag points, edges or whole shapes; double-click an edge to add a point; drag with Shift to draw a mask.</source>
        <translation>Tab 移到下一個點；方向鍵移動 1 像素，加 Shift 移動 10 像素。可拖曳點、邊或整個圖形；在邊上按兩下可加點；按住 Shift 拖曳可畫遮罩。</translation>
    </message>
</context>
<context>
    <name>CamerasSection</name>
    <message>
        <source>Adjust camera of {lane}</source>
        <translation>調整 {lane} 的攝影機</translation>
    </message>
    <message>
        <source>Adjust camera …</source>
        <translation>調整攝影機…</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>No camera is wired to a lane.</source>
        <translation>沒有任何車道接上攝影機。</translation>
    </message>
    <message>
        <source>What of each camera's picture is read, and how well plates are seen in it.</source>
        <translation>每部攝影機辨識畫面的哪些部分，以及車牌看得多清楚。</translation>
    </message>
    <message>
        <source>a region is read</source>
        <translation>辨識一個區域</translation>
    </message>
    <message>
        <source>the whole picture is read</source>
        <translation>辨識整個畫面</translation>
    </message>
    <message>
        <source>{region}, less 1 mask</source>
        <translation>{region}，扣除 1 個遮罩</translation>
    </message>
    <message>
        <source>{region}, less {count} masks</source>
        <translation>{region}，扣除 {count} 個遮罩</translation>
    </message>
</context>
<context>
    <name>CapForm</name>
    <message>
        <source>1- is all of them; 1 the first alone; 2-3 the second and third.</source>
        <translation>1- 表示全部；1 只有第一個；2-3 為第二與第三個。</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>At least cannot be more than at most.</source>
        <translation>最低金額不能高於最高金額。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Charges that count</source>
        <translation>計入的收費</translation>
    </message>
    <message>
        <source>In</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>In which periods of the stay</source>
        <translation>停車的第幾個期間</translation>
    </message>
    <message>
        <source>It stands on the receipt where it holds.</source>
        <translation>生效時會印在收據上。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>No period costs more than this.</source>
        <translation>每個期間最多收此金額。</translation>
    </message>
    <message>
        <source>None chosen: all charges.</source>
        <translation>未選：所有收費。</translation>
    </message>
    <message>
        <source>None chosen: on any day.</source>
        <translation>未選：任何一天。</translation>
    </message>
    <message>
        <source>Once anything is due, a period costs no less than this.</source>
        <translation>只要須付費，每個期間至少收此金額。</translation>
    </message>
    <message>
        <source>Only periods that begin on</source>
        <translation>僅限在這些日子開始的期間</translation>
    </message>
    <message>
        <source>Write an amount in at least one of both fields.</source>
        <translation>兩個欄位至少填一個金額。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>CarActions</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correct plate</source>
        <translation>更正車牌</translation>
    </message>
    <message>
        <source>Correct the plate</source>
        <translation>更正車牌</translation>
    </message>
    <message>
        <source>Ends the stay without an exit and without money. Why? Esc goes back.</source>
        <translation>不經出場也不收費即結束停車。原因為何？按 Esc 返回。</translation>
    </message>
    <message>
        <source>It is inside</source>
        <translation>確在場內</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Take to the desk</source>
        <translation>帶到櫃台</translation>
    </message>
    <message>
        <source>The plate as it really is. Both texts are kept. Esc goes back.</source>
        <translation>請輸入真正的車牌；兩者都會保留。按 Esc 返回。</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>註銷</translation>
    </message>
</context>
<context>
    <name>CarColumn</name>
    <message>
        <source>Answer {lane}</source>
        <translation>回應 {lane}</translation>
    </message>
    <message>
        <source>Car at {lane}</source>
        <translation>{lane} 的車</translation>
    </message>
    <message>
        <source>Look at the fee</source>
        <translation>查看費用</translation>
    </message>
    <message>
        <source>Plate, or a part of it</source>
        <translation>車牌或部分車牌</translation>
    </message>
    <message>
        <source>See the payment</source>
        <translation>查看付款</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>收現金</translation>
    </message>
    <message>
        <source>Take the first car</source>
        <translation>選第一輛車</translation>
    </message>
</context>
<context>
    <name>CarPages</name>
    <message>
        <source>Enter takes the first, Alt and a digit another.</source>
        <translation>Enter 取第一輛，Alt 加數字取其他輛。</translation>
    </message>
    <message>
        <source>Just type: a plate, or any part of it.</source>
        <translation>直接輸入車牌或其中任一部分即可。</translation>
    </message>
    <message>
        <source>No car in hand</source>
        <translation>目前沒有處理中的車</translation>
    </message>
    <message>
        <source>Which car is it?</source>
        <translation>是哪一輛車？</translation>
    </message>
</context>
<context>
    <name>CarPanel</name>
    <message>
        <source>Choose a car to see its photo and history.</source>
        <translation>選一輛車即可查看照片與經過。</translation>
    </message>
    <message>
        <source>Due now: {amount}</source>
        <translation>目前應繳：{amount}</translation>
    </message>
    <message>
        <source>Entered {time}, {lane}. Inside for {duration}.</source>
        <translation>{time} 由 {lane} 入場，已停 {duration}。</translation>
    </message>
    <message>
        <source>Entered {time}. Inside for {duration}.</source>
        <translation>{time} 入場，已停 {duration}。</translation>
    </message>
    <message>
        <source>Entry time unknown; priced from {time}.</source>
        <translation>入場時間不明；自 {time} 起計費。</translation>
    </message>
    <message>
        <source>No photo: taken in by hand</source>
        <translation>無照片：人工登錄</translation>
    </message>
    <message>
        <source>Photo of {plate}</source>
        <translation>{plate} 的照片</translation>
    </message>
    <message>
        <source>Photo on its way</source>
        <translation>照片傳送中</translation>
    </message>
</context>
<context>
    <name>CarQuestions</name>
    <message>
        <source>Correct the plate of this car</source>
        <translation>更正這輛車的車牌</translation>
    </message>
    <message>
        <source>Open {lane}</source>
        <translation>開啟 {lane}</translation>
    </message>
    <message>
        <source>Why is the stay of {plate} written off?</source>
        <translation>為何註銷 {plate} 的停車紀錄？</translation>
    </message>
    <message>
        <source>Why is {lane} opened by hand?</source>
        <translation>為何手動開啟 {lane}？</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>註銷</translation>
    </message>
</context>
<context>
    <name>CardSlipPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>簽單號碼</translation>
    </message>
    <message>
        <source>Type the amount into the terminal. Once it is paid there, type the number on its slip.</source>
        <translation>請在刷卡機輸入金額。付款完成後，輸入簽單上的號碼。</translation>
    </message>
</context>
<context>
    <name>CashPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>實收現金</translation>
    </message>
    <message>
        <source>Change handed out</source>
        <translation>已找零</translation>
    </message>
    <message>
        <source>Change to hand out</source>
        <translation>應找零</translation>
    </message>
    <message>
        <source>Change: {amount}</source>
        <translation>找零：{amount}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Due: {amount}</source>
        <translation>應繳：{amount}</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>剛好</translation>
    </message>
    <message>
        <source>Paid exactly</source>
        <translation>金額剛好</translation>
    </message>
    <message>
        <source>Still missing: {amount}</source>
        <translation>尚缺：{amount}</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>收現金</translation>
    </message>
    <message>
        <source>{paid} of {given} kept. Receipt {number}. Leave by {time}.</source>
        <translation>收 {given}，入帳 {paid}。收據 {number}。請於 {time} 前離場。</translation>
    </message>
</context>
<context>
    <name>ChargeForm</name>
    <message>
        <source>A unit is due when it begins.</source>
        <translation>單位一開始即須計費。</translation>
    </message>
    <message>
        <source>Every minute since the entry counts, also where another charge holds.</source>
        <translation>進場後每一分鐘都計入，即使屬於其他收費。</translation>
    </message>
    <message>
        <source>How many last steps repeat</source>
        <translation>重複最後幾階</translation>
    </message>
    <message>
        <source>It stands on the receipt.</source>
        <translation>會印在收據上。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Only units that are finished are paid for.</source>
        <translation>只收已滿的單位。</translation>
    </message>
    <message>
        <source>Other times of the stay do not move the ladder on.</source>
        <translation>停車的其他時間不會推進階梯。</translation>
    </message>
    <message>
        <source>The steps are counted</source>
        <translation>階梯計算依據</translation>
    </message>
    <message>
        <source>The steps begin anew with</source>
        <translation>階梯重新起算於</translation>
    </message>
    <message>
        <source>This time costs nothing</source>
        <translation>此時段免費</translation>
    </message>
    <message>
        <source>Units not finished</source>
        <translation>未滿的單位</translation>
    </message>
    <message>
        <source>What it costs, step by step</source>
        <translation>逐階費用</translation>
    </message>
    <message>
        <source>When it holds</source>
        <translation>適用時間</translation>
    </message>
    <message>
        <source>When the last step has ended, so many at the end are gone through again and again.</source>
        <translation>最後一階結束後，重複最後這幾階。</translation>
    </message>
    <message>
        <source>Without a time: always. The first charge of the rate that holds takes the time.</source>
        <translation>沒有時段：一律適用。由費率中第一個適用的收費計價。</translation>
    </message>
    <message>
        <source>by the time charged here</source>
        <translation>按此處計費的時間</translation>
    </message>
    <message>
        <source>by the time since it began</source>
        <translation>按進場後的時間</translation>
    </message>
    <message>
        <source>cost in full</source>
        <translation>以全價計</translation>
    </message>
    <message>
        <source>cost nothing</source>
        <translation>不收費</translation>
    </message>
</context>
<context>
    <name>ChargePanel</name>
    <message>
        <source>Ask now</source>
        <translation>立即查詢</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Being asked for …</source>
        <translation>請款中…</translation>
    </message>
    <message>
        <source>Being cancelled: wait for the answer.</source>
        <translation>取消中：請等候回覆。</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消請款</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Leave it waiting</source>
        <translation>先擱著等候</translation>
    </message>
    <message>
        <source>Look at the terminal or the platform. Nothing is charged again before this is settled.</source>
        <translation>請查看刷卡機或支付平台。此筆確定之前不會再次扣款。</translation>
    </message>
    <message>
        <source>Not paid …</source>
        <translation>未付款…</translation>
    </message>
    <message>
        <source>Number there: {reference}</source>
        <translation>對方編號：{reference}</translation>
    </message>
    <message>
        <source>Paid …</source>
        <translation>已付款…</translation>
    </message>
    <message>
        <source>The driver scans the code with a phone.</source>
        <translation>請駕駛用手機掃描條碼。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Try again, or take another way: F9, F10, F11.</source>
        <translation>再試一次，或改用其他方式：F9、F10、F11。</translation>
    </message>
</context>
<context>
    <name>ChargeQuestions</name>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Scan the code on the driver's phone.</source>
        <translation>掃描駕駛手機上的付款碼。</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Which platform does the driver use?</source>
        <translation>駕駛使用哪個支付平台？</translation>
    </message>
</context>
<context>
    <name>ChargesPage</name>
    <message>
        <source>! not known</source>
        <translation>！不明</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳戶</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即查詢</translation>
    </message>
    <message>
        <source>At the desk it can be cancelled, or be said to be paid or not.</source>
        <translation>可在櫃台取消，或註記已付或未付。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>如何</translation>
    </message>
    <message>
        <source>Not settled: {count}</source>
        <translation>未結：{count} 筆</translation>
    </message>
    <message>
        <source>Nothing is under way.</source>
        <translation>沒有進行中的請款。</translation>
    </message>
    <message>
        <source>Number there: {reference}</source>
        <translation>對方編號：{reference}</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>前往櫃台</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>What terminals and platforms were asked for stands here until it is settled.</source>
        <translation>向刷卡機與平台請款的款項，在結清前都列在這裡。</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>等候付款</translation>
    </message>
    <message>
        <source>{amount} of {plate}</source>
        <translation>{plate} 的 {amount}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Choose a remark to see its rule.</source>
        <translation>選擇一項提醒以查看其規則。</translation>
    </message>
    <message>
        <source>Remarks of the check</source>
        <translation>檢查的提醒</translation>
    </message>
    <message>
        <source>The plan is being checked …</source>
        <translation>正在檢查方案 …</translation>
    </message>
    <message>
        <source>✓ Nothing to remark: no gaps, no overlaps, no price that falls.</source>
        <translation>✓ 沒有提醒：無空檔、無重疊、價格不會下降。</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>Read as</source>
        <translation>辨識結果</translation>
    </message>
</context>
<context>
    <name>ChosenCar</name>
    <message>
        <source>Car in hand</source>
        <translation>處理中的車</translation>
    </message>
    <message>
        <source>Stands at {lane}</source>
        <translation>停在 {lane}</translation>
    </message>
    <message>
        <source>Unusually high: look before the driver hears it.</source>
        <translation>金額異常偏高：告知駕駛前請先確認。</translation>
    </message>
    <message>
        <source>no plate</source>
        <translation>無車牌</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>修改帳戶</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Someone new</source>
        <translation>新人員</translation>
    </message>
    <message>
        <source>Write plates with a comma between them. What stands here is personal: no more than needed.</source>
        <translation>車牌之間用逗號分開。這裡是個人資料，只寫必要的。</translation>
    </message>
</context>
<context>
    <name>ClientPanel</name>
    <message>
        <source>Came in</source>
        <translation>進場</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Choose a client to see their account.</source>
        <translation>選擇客戶以查看帳戶。</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>停用帳戶</translation>
    </message>
    <message>
        <source>Forget it for good? Press again</source>
        <translation>確定永久清除？請再按一次</translation>
    </message>
    <message>
        <source>Forget the account</source>
        <translation>清除帳戶資料</translation>
    </message>
    <message>
        <source>No contact.</source>
        <translation>沒有聯絡方式。</translation>
    </message>
    <message>
        <source>No plates.</source>
        <translation>沒有車牌。</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>目前沒有。</translation>
    </message>
    <message>
        <source>Open the account again</source>
        <translation>重新啟用帳戶</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>繳費時間</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Stays of these plates</source>
        <translation>這些車牌的停車紀錄</translation>
    </message>
    <message>
        <source>The account is closed.</source>
        <translation>帳戶已停用。</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Account</source>
        <translation>帳戶</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>Ins opens an account.</source>
        <translation>按 Ins 建立帳戶。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name, contact or plate</source>
        <translation>姓名、聯絡方式或車牌</translation>
    </message>
    <message>
        <source>No client is found.</source>
        <translation>找不到客戶。</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Search clients</source>
        <translation>搜尋客戶</translation>
    </message>
    <message>
        <source>– closed</source>
        <translation>– 已停用</translation>
    </message>
    <message>
        <source>● open</source>
        <translation>● 使用中</translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Check code {code}. The slip is being printed; both sign it.</source>
        <translation>檢查碼 {code}。單據列印中，由雙方簽名。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Z {number} · check code {code}. The slip is being printed.</source>
        <translation>Z {number} · 檢查碼 {code}。單據列印中。</translation>
    </message>
    <message>
        <source>cash taken; payments: {count}</source>
        <translation>已收現金；繳費筆數：{count}</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>實點</translation>
    </message>
    <message>
        <source>had to be there</source>
        <translation>應有金額</translation>
    </message>
    <message>
        <source>stays for the next shift</source>
        <translation>留給下一班</translation>
    </message>
    <message>
        <source>▲ The drawer is handed back. {amount} are missing.</source>
        <translation>▲ 錢箱已交還。短少 {amount}。</translation>
    </message>
    <message>
        <source>▲ The drawer is handed back. {amount} are too much.</source>
        <translation>▲ 錢箱已交還。多出 {amount}。</translation>
    </message>
    <message>
        <source>▲ The shift is closed. Nobody counted the drawer.</source>
        <translation>▲ 班別已結束。沒有人清點錢箱。</translation>
    </message>
    <message>
        <source>▲ The shift is closed. {amount} are missing.</source>
        <translation>▲ 已結班。短少 {amount}。</translation>
    </message>
    <message>
        <source>▲ The shift is closed. {amount} are too much.</source>
        <translation>▲ 已結班。溢收 {amount}。</translation>
    </message>
    <message>
        <source>✓ The drawer is handed back. It is exact.</source>
        <translation>✓ 錢箱已交還，金額正確。</translation>
    </message>
    <message>
        <source>✓ The drawer is handed back. Nobody counted it.</source>
        <translation>✓ 錢箱已交還，未經清點。</translation>
    </message>
    <message>
        <source>✓ The shift is closed. The drawer is exact.</source>
        <translation>✓ 已結班。錢櫃金額相符。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Nothing is called that. Type less, or Esc.</source>
        <translation>沒有這樣的項目。請少打幾個字，或按 Esc。</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什麼？</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>A merchant pays: code or stamp …</source>
        <translation>商家折抵：代碼或折抵章…</translation>
    </message>
    <message>
        <source>Add a rule to the rates</source>
        <translation>新增一條收費規則</translation>
    </message>
    <message>
        <source>Adjust camera …</source>
        <translation>調整攝影機…</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>Answer the lane that asks</source>
        <translation>回應詢問中的車道</translation>
    </message>
    <message>
        <source>Begin the rates with a sample or a file …</source>
        <translation>以範例或檔案開始費率 …</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Class, member, lost ticket …</source>
        <translation>車種、會員、票卡遺失…</translation>
    </message>
    <message>
        <source>Close lane, or open it again</source>
        <translation>關閉車道，或重新開放</translation>
    </message>
    <message>
        <source>Compare and choose between two changes …</source>
        <translation>比較並選擇兩項變更…</translation>
    </message>
    <message>
        <source>Correct its entry time</source>
        <translation>更正進場時間</translation>
    </message>
    <message>
        <source>Correct plate</source>
        <translation>更正車牌</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細內容</translation>
    </message>
    <message>
        <source>Duplicate the chosen rule of the rates</source>
        <translation>複製所選的收費規則</translation>
    </message>
    <message>
        <source>Every line of a long price, or the short form</source>
        <translation>逐項顯示費用，或恢復精簡</translation>
    </message>
    <message>
        <source>Everything about this car</source>
        <translation>此車的所有操作</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>尋找指令</translation>
    </message>
    <message>
        <source>Give money back …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Go to what waits</source>
        <translation>前往待處理</translation>
    </message>
    <message>
        <source>Hold lane open</source>
        <translation>保持車道開啟</translation>
    </message>
    <message>
        <source>It was towed away …</source>
        <translation>車輛已拖吊…</translation>
    </message>
    <message>
        <source>Lane's other camera</source>
        <translation>切換車道的另一部攝影機</translation>
    </message>
    <message>
        <source>Last receipt again (copy)</source>
        <translation>補印上一張收據（副本）</translation>
    </message>
    <message>
        <source>Let go of the gate held open</source>
        <translation>放下保持開啟的柵欄</translation>
    </message>
    <message>
        <source>Let it go without paying …</source>
        <translation>免費放行…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Money that is due back …</source>
        <translation>應退還的款項…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Next lane</source>
        <translation>下一車道</translation>
    </message>
    <message>
        <source>Next theme: light, dark, high contrast</source>
        <translation>切換主題：淺色、深色、高對比</translation>
    </message>
    <message>
        <source>On credit: pays later (IOU) …</source>
        <translation>記帳：之後再付（欠單）…</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>開啟車道</translation>
    </message>
    <message>
        <source>Open the cash drawer</source>
        <translation>打開錢櫃</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>切換語言</translation>
    </message>
    <message>
        <source>Pay in several ways …</source>
        <translation>分多種方式付款…</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>支付平台</translation>
    </message>
    <message>
        <source>Previous lane</source>
        <translation>上一車道</translation>
    </message>
    <message>
        <source>Publish the rates …</source>
        <translation>發布費率 …</translation>
    </message>
    <message>
        <source>Rates: compare with those in force</source>
        <translation>費率：與現行方案比較</translation>
    </message>
    <message>
        <source>Rates: curve and week</source>
        <translation>費率：曲線與一週</translation>
    </message>
    <message>
        <source>Rates: rehearse on past stays</source>
        <translation>費率：以過去的停車預演</translation>
    </message>
    <message>
        <source>Rates: versions, and who changed what</source>
        <translation>費率：版本與修改紀錄</translation>
    </message>
    <message>
        <source>Rates: what the check says</source>
        <translation>費率：檢查結果</translation>
    </message>
    <message>
        <source>Rates: worked examples</source>
        <translation>費率：試算</translation>
    </message>
    <message>
        <source>Receipt of this car again (copy)</source>
        <translation>補印這輛車的收據（副本）</translation>
    </message>
    <message>
        <source>Search a plate</source>
        <translation>搜尋車牌</translation>
    </message>
    <message>
        <source>Sell something …</source>
        <translation>販售商品…</translation>
    </message>
    <message>
        <source>Settle the clock</source>
        <translation>校定時鐘</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Take the car of that number, 1 to 6</source>
        <translation>選該號碼的車，1 至 6</translation>
    </message>
    <message>
        <source>Take the payment back …</source>
        <translation>作廢此筆付款…</translation>
    </message>
    <message>
        <source>Text for drivers, close or open lane …</source>
        <translation>給駕駛的文字、關閉或開放車道…</translation>
    </message>
    <message>
        <source>This car did come in</source>
        <translation>這輛車確已入場</translation>
    </message>
    <message>
        <source>Write this stay off</source>
        <translation>註銷這筆停車</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Before: {before}
New: {after}</source>
        <translation>原本：{before}
新的：{after}</translation>
    </message>
    <message>
        <source>Both prices by length of stay</source>
        <translation>兩者依停車時間的價格</translation>
    </message>
    <message>
        <source>Differences to the plan in force</source>
        <translation>與現行方案的差異</translation>
    </message>
    <message>
        <source>Differences to the plan in force: {count}</source>
        <translation>與現行方案的差異：{count}</translation>
    </message>
    <message>
        <source>Stays it matters most for</source>
        <translation>影響最大的停車</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>現行</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>無價格</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>原本沒有</translation>
    </message>
    <message>
        <source>{entry}, {length}: {before} → {after}</source>
        <translation>{entry}，{length}：{before} → {after}</translation>
    </message>
    <message>
        <source>✓ Says the same as the plan in force.</source>
        <translation>✓ 與現行方案相同。</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Keep what holds</source>
        <translation>保留現有的值</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>沒有待裁決的事項。</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提議</translation>
    </message>
    <message>
        <source>Take what was proposed</source>
        <translation>採用提議的值</translation>
    </message>
    <message>
        <source>{person} proposed it at {time} on {console}; meanwhile it was changed elsewhere, too.</source>
        <translation>{person} 於 {time} 在 {console} 提出；期間他處也有變更。</translation>
    </message>
    <message>
        <source>{title} (1 of {count})</source>
        <translation>{title}（{count} 之 1）</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>A person</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>A version of the rates is taken back</source>
        <translation>撤回一版費率</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效時間</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>收據語言</translation>
    </message>
    <message>
        <source>May sign on</source>
        <translation>可登入</translation>
    </message>
    <message>
        <source>Minutes to leave after paying</source>
        <translation>付款後離場分鐘數</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Rate plan</source>
        <translation>費率方案</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Someone new</source>
        <translation>新增人員</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>車位</translation>
    </message>
    <message>
        <source>Spaces that can be booked</source>
        <translation>可預約車位</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The lot</source>
        <translation>停車場</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{plan}, version {version}</source>
        <translation>{plan}，第 {version} 版</translation>
    </message>
</context>
<context>
    <name>ConfusionCard</name>
    <message>
        <source>read {read}, is {plate}</source>
        <translation>辨識成 {read}，實為 {plate}</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>{read} added</source>
        <translation>多出 {read}</translation>
    </message>
    <message>
        <source>{read} for {true}</source>
        <translation>將 {true} 認成 {read}</translation>
    </message>
    <message>
        <source>{true} overlooked</source>
        <translation>漏掉 {true}</translation>
    </message>
</context>
<context>
    <name>ConsoleTable</name>
    <message>
        <source>Consoles of this lot</source>
        <translation>本場的主控台</translation>
    </message>
    <message>
        <source>Looking at the consoles…</source>
        <translation>正在查看各主控台…</translation>
    </message>
</context>
<context>
    <name>Consoles</name>
    <message>
        <source>1 malfunction</source>
        <translation>1 項異常</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落後</translation>
    </message>
    <message>
        <source>Compare and choose …</source>
        <translation>比較並選擇…</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>設備</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁碟剩餘</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>最近回報</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <translation>查看攝影機</translation>
    </message>
    <message>
        <source>Make this the hub …</source>
        <translation>讓本機擔任中樞…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒絕</translation>
    </message>
    <message>
        <source>Revoke …</source>
        <translation>撤銷…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Seen and settled</source>
        <translation>已查看，結案</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>時鐘正確</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未傳送</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Write off …</source>
        <translation>沖銷…</translation>
    </message>
    <message>
        <source>a payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>a rate plan</source>
        <translation>費率方案</translation>
    </message>
    <message>
        <source>a shift</source>
        <translation>班別</translation>
    </message>
    <message>
        <source>an entry</source>
        <translation>進場</translation>
    </message>
    <message>
        <source>an exit</source>
        <translation>出場</translation>
    </message>
    <message>
        <source>answer bookings</source>
        <translation>受理預約</translation>
    </message>
    <message>
        <source>answer rate plans of other programs</source>
        <translation>受理其他程式的費率方案</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>柵欄</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>console</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>decide about changes that others propose</source>
        <translation>裁決其他主控台提出的變更</translation>
    </message>
    <message>
        <source>find what was paid twice</source>
        <translation>找出重複付款</translation>
    </message>
    <message>
        <source>give spaces back</source>
        <translation>歸還車位</translation>
    </message>
    <message>
        <source>grant spaces to the entrances</source>
        <translation>分配車位給各入口</translation>
    </message>
    <message>
        <source>hold open or let go the gate of {lane}</source>
        <translation>讓 {lane} 的柵欄保持開啟或放下</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>中樞</translation>
    </message>
    <message>
        <source>keep the tables of the shared database</source>
        <translation>維護共用資料庫的資料表</translation>
    </message>
    <message>
        <source>look at what the other consoles hold</source>
        <translation>查看其他主控台已保存的紀錄</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>感應線圈</translation>
    </message>
    <message>
        <source>make a receipt</source>
        <translation>製作收據</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>從未回報</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚未回報</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>open its door to the other consoles</source>
        <translation>開放其他主控台連線</translation>
    </message>
    <message>
        <source>open the gate of {lane}</source>
        <translation>開啟 {lane} 的柵欄</translation>
    </message>
    <message>
        <source>plate reader</source>
        <translation>車牌辨識</translation>
    </message>
    <message>
        <source>rear camera</source>
        <translation>後方攝影機</translation>
    </message>
    <message>
        <source>receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤銷</translation>
    </message>
    <message>
        <source>say whether cars come in here</source>
        <translation>回報這裡是否有車輛入場</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 項失敗</translation>
    </message>
    <message>
        <source>{count} malfunctions</source>
        <translation>{count} 項異常</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration}前</translation>
    </message>
    <message>
        <source>{name} (this one)</source>
        <translation>{name}（本機）</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ConsolesScreen</name>
    <message>
        <source>Consoles</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Invite a console</source>
        <translation>邀請主控台加入</translation>
    </message>
    <message>
        <source>It was not heard yet. It says how it is soon after it came up.</source>
        <translation>尚未收到回報。啟動後很快就會回報狀態。</translation>
    </message>
    <message>
        <source>It was revoked and takes part no more.</source>
        <translation>已被撤銷，不再參與。</translation>
    </message>
    <message>
        <source>Mend it there: open Consoles on {name}.</source>
        <translation>請在 {name} 上開啟「主控台」處理。</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>This lot has one console.</source>
        <translation>本場只有一台主控台。</translation>
    </message>
    <message>
        <source>{count} consoles, all well</source>
        <translation>{count} 台主控台，全部正常</translation>
    </message>
    <message>
        <source>{count} consoles, not all heard yet</source>
        <translation>{count} 台主控台，尚有未回報者</translation>
    </message>
    <message>
        <source>{count} consoles, {wrong} in need of somebody</source>
        <translation>{count} 台主控台，{wrong} 台需要處理</translation>
    </message>
    <message>
        <source>✓ Nothing is wrong with this console.</source>
        <translation>✓ 此主控台一切正常。</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>As it should be</source>
        <translation>應為</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>辨識為</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Close the shift</source>
        <translation>結班</translation>
    </message>
    <message>
        <source>Count what lies in the drawer, float included: pieces of each kind, or the total.</source>
        <translation>請清點錢櫃（含備用金）：填各面額張數，或填總額。</translation>
    </message>
    <message>
        <source>Counted in all</source>
        <translation>清點總額</translation>
    </message>
    <message>
        <source>Hand the drawer over</source>
        <translation>交出錢箱</translation>
    </message>
    <message>
        <source>Nobody counts</source>
        <translation>不清點</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>Pieces of {value}</source>
        <translation>{value} 的數量</translation>
    </message>
    <message>
        <source>That is the count</source>
        <translation>清點完成</translation>
    </message>
    <message>
        <source>Type what was counted first; 0 if the drawer is empty.</source>
        <translation>請先輸入清點金額；錢櫃沒有錢請填 0。</translation>
    </message>
</context>
<context>
    <name>CoversField</name>
    <message>
        <source>From the entry to the exit.</source>
        <translation>從進場到離場。</translation>
    </message>
    <message>
        <source>How long it reaches</source>
        <translation>涵蓋多久</translation>
    </message>
    <message>
        <source>Until it comes next; what is left of the stay chooses a rate again.</source>
        <translation>到下一個該時刻為止；其餘時間重新選擇費率。</translation>
    </message>
    <message>
        <source>Until when it reaches</source>
        <translation>涵蓋到何時</translation>
    </message>
    <message>
        <source>What is left of the stay then chooses a rate again.</source>
        <translation>其餘時間重新選擇費率。</translation>
    </message>
    <message>
        <source>so long from the entry</source>
        <translation>從進場起一段時間</translation>
    </message>
    <message>
        <source>the whole stay</source>
        <translation>整段停車</translation>
    </message>
    <message>
        <source>until a time of day</source>
        <translation>到某個時刻</translation>
    </message>
</context>
<context>
    <name>DatesField</name>
    <message>
        <source>One date a line: 2026-12-24</source>
        <translation>每行一個日期：2026-12-24</translation>
    </message>
</context>
<context>
    <name>DayChips</name>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Mon to Fri</source>
        <translation>週一至週五</translation>
    </message>
    <message>
        <source>Sat and Sun</source>
        <translation>週六與週日</translation>
    </message>
</context>
<context>
    <name>DebtsPage</name>
    <message>
        <source>By card …</source>
        <translation>刷卡 …</translation>
    </message>
    <message>
        <source>Cars that go on credit appear here.</source>
        <translation>記帳離場的車會列在這裡。</translation>
    </message>
    <message>
        <source>Collect in cash</source>
        <translation>收現清償</translation>
    </message>
    <message>
        <source>Debts</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Debts: {count}</source>
        <translation>欠款：{count} 筆</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>不再追討</translation>
    </message>
    <message>
        <source>Give it up …</source>
        <translation>不再追討…</translation>
    </message>
    <message>
        <source>Let go by {name}</source>
        <translation>由 {name} 放行</translation>
    </message>
    <message>
        <source>Nobody asks for it any more.</source>
        <translation>之後不再向任何人追討。</translation>
    </message>
    <message>
        <source>Nobody owes anything.</source>
        <translation>沒有人欠款。</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why is {amount} given up?</source>
        <translation>為什麼不再追討 {amount}？</translation>
    </message>
    <message>
        <source>{amount} of it collected already</source>
        <translation>其中已收 {amount}</translation>
    </message>
    <message>
        <source>{amount} of {plate} by card</source>
        <translation>{plate} 的 {amount}，刷卡</translation>
    </message>
    <message>
        <source>{paid} of {given} kept. Receipt {number}.</source>
        <translation>收 {given}，入帳 {paid}。收據 {number}。</translation>
    </message>
    <message>
        <source>{plate} owes {amount}</source>
        <translation>{plate} 欠 {amount}</translation>
    </message>
</context>
<context>
    <name>DescribePanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Describe it so</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Owes {amount}.</source>
        <translation>應繳 {amount}。</translation>
    </message>
    <message>
        <source>Owes {before} now, {then} then.</source>
        <translation>目前應繳 {before}，變更後 {then}。</translation>
    </message>
    <message>
        <source>What is {plate}?</source>
        <translation>{plate} 是什麼車？</translation>
    </message>
    <message>
        <source>Why does its ticket count as lost?</source>
        <translation>為什麼視為票卡遺失？</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>1 day at {price}</source>
        <translation>1 天，{price}</translation>
    </message>
    <message>
        <source>A car waits.</source>
        <translation>有車等候。</translation>
    </message>
    <message>
        <source>A stay begins for {plate}.</source>
        <translation>將為 {plate} 開始一筆停車紀錄。</translation>
    </message>
    <message>
        <source>A stay without a plate begins.</source>
        <translation>將開始一筆無車牌的停車紀錄。</translation>
    </message>
    <message>
        <source>All of it too much</source>
        <translation>全額多收</translation>
    </message>
    <message>
        <source>Asked to open {time}: {why}</source>
        <translation>{time} 要求開啟：{why}</translation>
    </message>
    <message>
        <source>Asked to stay open …</source>
        <translation>已要求保持開啟…</translation>
    </message>
    <message>
        <source>Asked {time}: {why}</source>
        <translation>{time} 曾詢問：{why}</translation>
    </message>
    <message>
        <source>Asks since {time}: {why}</source>
        <translation>自 {time} 起詢問：{why}</translation>
    </message>
    <message>
        <source>Boom is down</source>
        <translation>柵欄已放下</translation>
    </message>
    <message>
        <source>Boom is moving</source>
        <translation>柵欄移動中</translation>
    </message>
    <message>
        <source>Boom is up</source>
        <translation>柵欄已升起</translation>
    </message>
    <message>
        <source>Boom: not measured</source>
        <translation>柵欄：未測得</translation>
    </message>
    <message>
        <source>Charged on an earlier visit</source>
        <translation>先前入場已計費</translation>
    </message>
    <message>
        <source>Command heard, boom not up yet</source>
        <translation>已收到指令，柵欄尚未升起</translation>
    </message>
    <message>
        <source>Command heard; boom is not wired</source>
        <translation>已收到指令；柵欄位置未接線</translation>
    </message>
    <message>
        <source>Commanded, no answer yet</source>
        <translation>已送出指令，尚無回應</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Driving through.</source>
        <translation>車輛通過中。</translation>
    </message>
    <message>
        <source>First {unit}</source>
        <translation>首 {unit}</translation>
    </message>
    <message>
        <source>First {unit} free</source>
        <translation>前 {unit}免費</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>Free, up to {unit}</source>
        <translation>{unit} 以內免費</translation>
    </message>
    <message>
        <source>Less what was paid before</source>
        <translation>減先前已繳</translation>
    </message>
    <message>
        <source>Letting go …</source>
        <translation>正在放下…</translation>
    </message>
    <message>
        <source>Lost ticket</source>
        <translation>票券遺失</translation>
    </message>
    <message>
        <source>Lost ticket: the price that the rates set for it.</source>
        <translation>票卡遺失：依費率所訂的遺失票價計費。</translation>
    </message>
    <message>
        <source>Lost ticket: the rates set no price for it, so the car pays from its entry, {time}. Proven otherwise? Correct its entry time.</source>
        <translation>票卡遺失：費率未訂遺失票價，故自入場時間 {time} 起計費。若能證明時間不同，請更正入場時間。</translation>
    </message>
    <message>
        <source>No car stands there: no stay begins.</source>
        <translation>該處沒有車輛：不會開始停車紀錄。</translation>
    </message>
    <message>
        <source>No stay leaves with it. If the car is on record, take it in hand first.</source>
        <translation>不會有停車紀錄隨之離場。若車輛有紀錄，請先選取該車。</translation>
    </message>
    <message>
        <source>Not less than {price}</source>
        <translation>最低 {price}</translation>
    </message>
    <message>
        <source>Not more than {price}</source>
        <translation>最高 {price}</translation>
    </message>
    <message>
        <source>Not opened {time}: {why}</source>
        <translation>{time} 未開啟：{why}</translation>
    </message>
    <message>
        <source>Nothing is due. It may leave.</source>
        <translation>無須繳費，可以離場。</translation>
    </message>
    <message>
        <source>Opened {time}: {why}</source>
        <translation>{time} 開啟：{why}</translation>
    </message>
    <message>
        <source>Opened, but no crossing was seen.</source>
        <translation>已開啟，但未見車輛通過。</translation>
    </message>
    <message>
        <source>Other ({rule})</source>
        <translation>其他（{rule}）</translation>
    </message>
    <message>
        <source>Paid, but the time to leave ran out at {time}.</source>
        <translation>已繳費，但離場時限已於 {time} 屆滿。</translation>
    </message>
    <message>
        <source>Paid. Leave by {time}.</source>
        <translation>已繳費，請於 {time} 前離場。</translation>
    </message>
    <message>
        <source>Paid: right to leave</source>
        <translation>已繳費：可離場</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>已預付</translation>
    </message>
    <message>
        <source>Read before as {plates}</source>
        <translation>先前辨識為 {plates}</translation>
    </message>
    <message>
        <source>Reading the plate …</source>
        <translation>辨識車牌中…</translation>
    </message>
    <message>
        <source>Ready. No car here.</source>
        <translation>待命，目前無車。</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>Rounding to {price}</source>
        <translation>取整至 {price}</translation>
    </message>
    <message>
        <source>Tax {factor} %</source>
        <translation>稅 {factor}%</translation>
    </message>
    <message>
        <source>The car in hand, {plate}, leaves with it, but the lane read {read}.</source>
        <translation>選取的車輛 {plate} 將隨之離場，但車道辨識為 {read}。</translation>
    </message>
    <message>
        <source>The car in hand, {plate}, leaves with it.</source>
        <translation>選取的車輛 {plate} 將隨之離場。</translation>
    </message>
    <message>
        <source>Time credit</source>
        <translation>時間折抵</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>抵用券</translation>
    </message>
    <message>
        <source>Waiting for the car to drive through.</source>
        <translation>等待車輛通過。</translation>
    </message>
    <message>
        <source>entered {time} {lane}</source>
        <translation>{time} {lane} 入場</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已離場</translation>
    </message>
    <message>
        <source>held</source>
        <translation>留置</translation>
    </message>
    <message>
        <source>inside {duration}</source>
        <translation>已停 {duration}</translation>
    </message>
    <message>
        <source>longer stay, in all {price}</source>
        <translation>超過上列時間，共 {price}</translation>
    </message>
    <message>
        <source>no unit finished</source>
        <translation>未滿一單位</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>不計費</translation>
    </message>
    <message>
        <source>once</source>
        <translation>單次收費</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已繳</translation>
    </message>
    <message>
        <source>reversed away at the entry</source>
        <translation>於入口倒車離開</translation>
    </message>
    <message>
        <source>run out</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>up to {unit} in all {price}</source>
        <translation>{unit}內共 {price}</translation>
    </message>
    <message>
        <source>without a plate</source>
        <translation>無車牌</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已註銷</translation>
    </message>
    <message>
        <source>{amount} of it too much</source>
        <translation>其中多收 {amount}</translation>
    </message>
    <message>
        <source>{count} lines in all. {key} shows each.</source>
        <translation>共 {count} 項，按 {key} 逐項顯示。</translation>
    </message>
    <message>
        <source>{count} lines. {key} makes it short again.</source>
        <translation>共 {count} 項，按 {key} 恢復精簡。</translation>
    </message>
    <message>
        <source>{loop}: car</source>
        <translation>{loop}：有車</translation>
    </message>
    <message>
        <source>{loop}: free</source>
        <translation>{loop}：無車</translation>
    </message>
    <message>
        <source>{loop}: not measured</source>
        <translation>{loop}：未測得</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>剩 {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} {factor} %</source>
        <translation>{name} {factor}%</translation>
    </message>
    <message>
        <source>{name} {price}</source>
        <translation>{name} {price}</translation>
    </message>
    <message>
        <source>{name} · {words}</source>
        <translation>{name} · {words}</translation>
    </message>
    <message>
        <source>{name} ×{factor}</source>
        <translation>{name} ×{factor}</translation>
    </message>
    <message>
        <source>{plate} leaves with it.</source>
        <translation>{plate} 將隨之離場。</translation>
    </message>
    <message>
        <source>{reason} ({note})</source>
        <translation>{reason}（{note}）</translation>
    </message>
    <message>
        <source>{start} – {end}  {words}</source>
        <translation>{start}–{end}　{words}</translation>
    </message>
    <message>
        <source>{time} {why}</source>
        <translation>{time} {why}</translation>
    </message>
    <message>
        <source>{time}, by {name}</source>
        <translation>{time}，{name}</translation>
    </message>
    <message>
        <source>{units} days at {price}</source>
        <translation>{units} 天，每天 {price}</translation>
    </message>
    <message>
        <source>{units} × first {unit} at {price}</source>
        <translation>{units} × 首 {unit}，每次 {price}</translation>
    </message>
    <message>
        <source>{units} × {price}</source>
        <translation>{units} × {price}</translation>
    </message>
    <message>
        <source>{units} × {unit} at {price}</source>
        <translation>{units} × {unit}，每單位 {price}</translation>
    </message>
    <message>
        <source>{unit}</source>
        <translation>{unit}</translation>
    </message>
    <message>
        <source>{unit} at {price}</source>
        <translation>{unit}，{price}</translation>
    </message>
    <message>
        <source>{unit} at {price} per {per}</source>
        <translation>{unit}，每 {per} {price}</translation>
    </message>
    <message>
        <source>{why} Plate read {confidence}.</source>
        <translation>{why}車牌辨識 {confidence}。</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… 另 {count} 項</translation>
    </message>
</context>
<context>
    <name>DetailSheet</name>
    <message>
        <source>Ctrl+A and Ctrl+C copy it. The log has it too. Esc closes.</source>
        <translation>按 Ctrl+A 再按 Ctrl+C 可複製；記錄檔中也有。按 Esc 關閉。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細內容</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>{kind}, entry {seq} of console {console}</source>
        <translation>{kind}，主控台 {console} 第 {seq} 筆</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}，{when}</translation>
    </message>
</context>
<context>
    <name>DeviceFields</name>
    <message>
        <source>0: as many as the camera gives</source>
        <translation>0：依攝影機本身</translation>
    </message>
    <message>
        <source>1 as it comes from the factory</source>
        <translation>出廠值為 1</translation>
    </message>
    <message>
        <source>576 on 80 mm paper, 384 on 58 mm</source>
        <translation>80 mm 紙為 576，58 mm 紙為 384</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>憑證檔</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字元集</translation>
    </message>
    <message>
        <source>Characters a line</source>
        <translation>每行字數</translation>
    </message>
    <message>
        <source>Contacts open when occupied</source>
        <translation>有車時接點斷開</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Flow control</source>
        <translation>流量控制</translation>
    </message>
    <message>
        <source>Input: before the boom</source>
        <translation>輸入：柵欄前</translation>
    </message>
    <message>
        <source>Input: behind the boom</source>
        <translation>輸入：柵欄後</translation>
    </message>
    <message>
        <source>Input: boom down</source>
        <translation>輸入：柵欄放下</translation>
    </message>
    <message>
        <source>Input: boom up</source>
        <translation>輸入：柵欄升起</translation>
    </message>
    <message>
        <source>Its own key</source>
        <translation>專用金鑰</translation>
    </message>
    <message>
        <source>Layout of its topics</source>
        <translation>主題格式</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Name at the server</source>
        <translation>伺服器上的名稱</translation>
    </message>
    <message>
        <source>Number on the bus</source>
        <translation>匯流排編號</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>同位檢查</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Password, reading only</source>
        <translation>唯讀密碼</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路徑</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒畫面</translation>
    </message>
    <message>
        <source>Plates are read by</source>
        <translation>車牌由誰辨識</translation>
    </message>
    <message>
        <source>Printer's name</source>
        <translation>印表機名稱</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>設定檔</translation>
    </message>
    <message>
        <source>Pulse (ms)</source>
        <translation>脈衝（毫秒）</translation>
    </message>
    <message>
        <source>Pulse timed by</source>
        <translation>脈衝計時者</translation>
    </message>
    <message>
        <source>Relay that holds open</source>
        <translation>保持開啟的繼電器</translation>
    </message>
    <message>
        <source>Relay that opens</source>
        <translation>開啟用繼電器</translation>
    </message>
    <message>
        <source>Relay's token</source>
        <translation>繼電器代號</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>Speed (baud)</source>
        <translation>速率（baud）</translation>
    </message>
    <message>
        <source>Steady for (ms)</source>
        <translation>穩定時間（毫秒）</translation>
    </message>
    <message>
        <source>Stuck after (s)</source>
        <translation>視為卡住（秒）</translation>
    </message>
    <message>
        <source>TCP port</source>
        <translation>TCP 埠</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>USB number</source>
        <translation>USB 編號</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>User, reading only</source>
        <translation>唯讀使用者</translation>
    </message>
    <message>
        <source>Width (dots)</source>
        <translation>寬度（點）</translation>
    </message>
    <message>
        <source>as the device publishes it</source>
        <translation>與裝置發布的相同</translation>
    </message>
    <message>
        <source>counted from 0</source>
        <translation>從 0 起算</translation>
    </message>
    <message>
        <source>empty: kept in the folder of receipts</source>
        <translation>空白：存於收據資料夾</translation>
    </message>
    <message>
        <source>empty: the camera's first</source>
        <translation>空白：攝影機的第一個</translation>
    </message>
    <message>
        <source>empty: the usual one</source>
        <translation>空白：預設印表機</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶數</translation>
    </message>
    <message>
        <source>for F6, hold open</source>
        <translation>供 F6 保持開啟</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not wired</source>
        <translation>未接線</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇數</translation>
    </message>
    <message>
        <source>on contact 2 (usual)</source>
        <translation>接點 2（常用）</translation>
    </message>
    <message>
        <source>on contact 5</source>
        <translation>接點 5</translation>
    </message>
    <message>
        <source>or env:NAME, from the environment</source>
        <translation>或 env:名稱，取自環境變數</translation>
    </message>
    <message>
        <source>or env:NAME; only this camera uses it</source>
        <translation>或 env:名稱；僅此攝影機使用</translation>
    </message>
    <message>
        <source>the board</source>
        <translation>繼電器板</translation>
    </message>
    <message>
        <source>the board's is safe when the cable breaks</source>
        <translation>由板計時，斷線時較安全</translation>
    </message>
    <message>
        <source>the camera itself</source>
        <translation>攝影機本身</translation>
    </message>
    <message>
        <source>the same relay</source>
        <translation>同一個繼電器</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>預設</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本電腦</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>本主控台</translation>
    </message>
</context>
<context>
    <name>DeviceFoot</name>
    <message>
        <source>Change …</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Its view …</source>
        <translation>辨識範圍…</translation>
    </message>
    <message>
        <source>Take off …</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>DeviceForm</name>
    <message>
        <source>All fields</source>
        <translation>所有欄位</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>較少欄位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Advice:</source>
        <translation>建議：</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>柵欄</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Cameras (ONVIF)</source>
        <translation>攝影機（ONVIF）</translation>
    </message>
    <message>
        <source>Code reader</source>
        <translation>條碼讀取器</translation>
    </message>
    <message>
        <source>Display on a serial line</source>
        <translation>序列埠顯示器</translation>
    </message>
    <message>
        <source>Display over the network (HTTP)</source>
        <translation>網路顯示器（HTTP）</translation>
    </message>
    <message>
        <source>Drive a car over both loops. Does each light go on, and off again?</source>
        <translation>請讓一輛車駛過兩個線圈。每個燈是否都亮起又熄滅？</translation>
    </message>
    <message>
        <source>Driver display</source>
        <translation>駕駛人顯示器</translation>
    </message>
    <message>
        <source>Files in the folder of receipts</source>
        <translation>收據資料夾中的檔案</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>圖片資料夾</translation>
    </message>
    <message>
        <source>Hold a receipt to the reader. Did it beep, and did its code come up here?</source>
        <translation>請將收據對準讀取器。是否發出聲響，且代碼顯示在此？</translation>
    </message>
    <message>
        <source>Inputs of a camera (ONVIF)</source>
        <translation>攝影機的輸入（ONVIF）</translation>
    </message>
    <message>
        <source>Is this the right lane, sharp, with the plate in it?</source>
        <translation>是否為正確的車道、畫面清晰且看得到車牌？</translation>
    </message>
    <message>
        <source>It does not answer, and does not say why.</source>
        <translation>沒有回應，原因不明。</translation>
    </message>
    <message>
        <source>Last trouble {time}, for less than a minute: {what}</source>
        <translation>上次異常 {time}，不到一分鐘：{what}</translation>
    </message>
    <message>
        <source>Last trouble {time}, for {duration}: {what}</source>
        <translation>上次異常 {time}，持續 {duration}：{what}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>Look at its power and cable.</source>
        <translation>請檢查其電源與線路。</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>線圈</translation>
    </message>
    <message>
        <source>MQTT broker</source>
        <translation>MQTT 代理伺服器</translation>
    </message>
    <message>
        <source>MQTT relay</source>
        <translation>MQTT 繼電器</translation>
    </message>
    <message>
        <source>Network camera (MJPEG)</source>
        <translation>網路攝影機（MJPEG）</translation>
    </message>
    <message>
        <source>Network camera (ONVIF)</source>
        <translation>網路攝影機（ONVIF）</translation>
    </message>
    <message>
        <source>Network camera (RTSP)</source>
        <translation>網路攝影機（RTSP）</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>無印表機</translation>
    </message>
    <message>
        <source>Not done yet.</source>
        <translation>尚未完成。</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>未知。</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未測得</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>無法運作</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Open once …</source>
        <translation>開啟一次…</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>Open the drawer …</source>
        <translation>開啟錢箱…</translation>
    </message>
    <message>
        <source>Open {lane} once</source>
        <translation>開啟 {lane} 一次</translation>
    </message>
    <message>
        <source>Plate reader</source>
        <translation>車牌辨識</translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation>電源供應</translation>
    </message>
    <message>
        <source>Practice, without a device</source>
        <translation>練習，無實際裝置</translation>
    </message>
    <message>
        <source>Print a test</source>
        <translation>列印測試</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>本電腦的印表機</translation>
    </message>
    <message>
        <source>Reader on a serial line</source>
        <translation>序列埠讀取器</translation>
    </message>
    <message>
        <source>Rear camera</source>
        <translation>後方攝影機</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Receipt printer on a serial line</source>
        <translation>序列埠收據印表機</translation>
    </message>
    <message>
        <source>Receipt printer on the network</source>
        <translation>網路收據印表機</translation>
    </message>
    <message>
        <source>Relay board</source>
        <translation>繼電器板</translation>
    </message>
    <message>
        <source>Relay board on a serial line (Modbus RTU)</source>
        <translation>序列埠繼電器板（Modbus RTU）</translation>
    </message>
    <message>
        <source>Relay board over the network (Modbus TCP)</source>
        <translation>網路繼電器板（Modbus TCP）</translation>
    </message>
    <message>
        <source>Relay of a camera (ONVIF)</source>
        <translation>攝影機的繼電器（ONVIF）</translation>
    </message>
    <message>
        <source>Sent to the display. Does it show the text?</source>
        <translation>已傳送至顯示器。是否顯示文字？</translation>
    </message>
    <message>
        <source>Sent to the printer. Did a test receipt come out, readable?</source>
        <translation>已傳送至印表機。測試單是否印出且清晰可讀？</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>Serial ports and USB</source>
        <translation>序列埠與 USB</translation>
    </message>
    <message>
        <source>Shelly relay</source>
        <translation>Shelly 繼電器</translation>
    </message>
    <message>
        <source>Show a test text</source>
        <translation>顯示測試文字</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Since {time}: {what}</source>
        <translation>自 {time}：{what}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Tasmota relay</source>
        <translation>Tasmota 繼電器</translation>
    </message>
    <message>
        <source>Test the loops</source>
        <translation>測試線圈</translation>
    </message>
    <message>
        <source>Test the picture</source>
        <translation>測試畫面</translation>
    </message>
    <message>
        <source>Test the reader</source>
        <translation>測試讀取器</translation>
    </message>
    <message>
        <source>The boom of {lane} goes up now. Is nobody under it, and no car that should wait?</source>
        <translation>{lane} 的柵欄即將升起。下方是否無人，且沒有應等候的車輛？</translation>
    </message>
    <message>
        <source>The cash drawer opens now; it is written down who opened it.</source>
        <translation>錢箱即將開啟；開啟者會留下紀錄。</translation>
    </message>
    <message>
        <source>The command went out. Did the boom go up and come down again?</source>
        <translation>指令已送出。柵欄是否升起並再次放下？</translation>
    </message>
    <message>
        <source>The command went out. Did the drawer open?</source>
        <translation>指令已送出。錢箱是否開啟？</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>本主控台</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>本網路</translation>
    </message>
    <message>
        <source>USB camera</source>
        <translation>USB 攝影機</translation>
    </message>
    <message>
        <source>USB receipt printer</source>
        <translation>USB 收據印表機</translation>
    </message>
    <message>
        <source>USB relay (LCUS)</source>
        <translation>USB 繼電器（LCUS）</translation>
    </message>
    <message>
        <source>Uninterruptible power supply (NUT)</source>
        <translation>不斷電系統（NUT）</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>影片檔</translation>
    </message>
    <message>
        <source>Wants a look</source>
        <translation>請查看</translation>
    </message>
    <message>
        <source>Well again</source>
        <translation>已恢復</translation>
    </message>
    <message>
        <source>Written down: it did not open. Look at the relay's wiring and its number.</source>
        <translation>已記錄：沒有開啟。請檢查繼電器的接線與編號。</translation>
    </message>
    <message>
        <source>Written down: it does not work yet.</source>
        <translation>已記錄：尚未正常。</translation>
    </message>
    <message>
        <source>relay boards on this port</source>
        <translation>此埠上的繼電器板</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>since {time} ({duration})</source>
        <translation>自 {time}（{duration}）</translation>
    </message>
    <message>
        <source>{mark} {text}</source>
        <translation>{mark} {text}</translation>
    </message>
    <message>
        <source>{place} · {device}</source>
        <translation>{place} · {device}</translation>
    </message>
    <message>
        <source>{what}: {title}</source>
        <translation>{what}：{title}</translation>
    </message>
    <message>
        <source>{where} · asks for user and password</source>
        <translation>{where} · 需要使用者與密碼</translation>
    </message>
    <message>
        <source>✓ Written down: it works.</source>
        <translation>✓ 已記錄：正常。</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>Add a device</source>
        <translation>新增裝置</translation>
    </message>
    <message>
        <source>Alt+T shows all devices again.</source>
        <translation>Alt+T 再次顯示所有裝置。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Devices of this console</source>
        <translation>本主控台的裝置</translation>
    </message>
    <message>
        <source>In trouble only</source>
        <translation>只看異常</translation>
    </message>
    <message>
        <source>Ins adds the first one.</source>
        <translation>按 Ins 新增第一個。</translation>
    </message>
    <message>
        <source>No device is wired to this console yet.</source>
        <translation>本主控台尚未接上任何裝置。</translation>
    </message>
    <message>
        <source>Nothing is in trouble.</source>
        <translation>沒有異常。</translation>
    </message>
    <message>
        <source>Set-up list</source>
        <translation>設定清單</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>復原上次變更</translation>
    </message>
    <message>
        <source>{count} devices, nothing is in trouble</source>
        <translation>{count} 個裝置，沒有異常</translation>
    </message>
    <message>
        <source>{count} devices, to look at: {wrong}</source>
        <translation>{count} 個裝置，{wrong} 個請查看</translation>
    </message>
</context>
<context>
    <name>DigitList</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Everything else …</source>
        <translation>其他所有操作…</translation>
    </message>
    <message>
        <source>There is nothing to choose from.</source>
        <translation>沒有可選的項目。</translation>
    </message>
</context>
<context>
    <name>DoubtfulLetters</name>
    <message>
        <source>{letter} may be {others}</source>
        <translation>{letter} 可能是 {others}</translation>
    </message>
</context>
<context>
    <name>DrawerQuestions</name>
    <message>
        <source>It is written down with your name.</source>
        <translation>會以您的姓名記錄。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打開錢櫃</translation>
    </message>
    <message>
        <source>Why is the cash drawer opened?</source>
        <translation>為什麼要打開錢櫃？</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>A lane needs camera, barrier and loops; they are saved together.</source>
        <translation>車道需要攝影機、柵欄與線圈；三者會一起儲存。</translation>
    </message>
    <message>
        <source>Add: {place} · {device}</source>
        <translation>新增：{place} · {device}</translation>
    </message>
    <message>
        <source>Asking the device …</source>
        <translation>正在詢問裝置…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change: {place} · {device}</source>
        <translation>變更：{place} · {device}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍要儲存</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>儲存並使用</translation>
    </message>
    <message>
        <source>Saving; the lanes start with it …</source>
        <translation>儲存中；車道將以此啟動…</translation>
    </message>
    <message>
        <source>This lane speaks through an MQTT broker: where is it?</source>
        <translation>此車道經由 MQTT 代理伺服器通訊：它在哪裡？</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試用</translation>
    </message>
    <message>
        <source>What it is to be</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What was wired before is kept: one key on the devices page brings it back.</source>
        <translation>先前的接線會保留：在裝置頁按一個鍵即可復原。</translation>
    </message>
    <message>
        <source>{name} (instead of the one there)</source>
        <translation>{name}（取代現有的）</translation>
    </message>
    <message>
        <source>{place} · {device}</source>
        <translation>{place} · {device}</translation>
    </message>
    <message>
        <source>✓ The camera gives pictures.</source>
        <translation>✓ 攝影機有畫面。</translation>
    </message>
    <message>
        <source>✓ The device answers.</source>
        <translation>✓ 裝置有回應。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>A plan keeps at least one rate.</source>
        <translation>方案至少要有一項費率。</translation>
    </message>
    <message>
        <source>Choose a rule to delete.</source>
        <translation>請選擇要刪除的規則。</translation>
    </message>
    <message>
        <source>Choose a rule to duplicate.</source>
        <translation>請選擇要複製的規則。</translation>
    </message>
    <message>
        <source>Deleted, with what spoke of it alone: {names}. Ctrl+Z brings it back.</source>
        <translation>已刪除，連同只涉及它的：{names}。按 Ctrl+Z 可復原。</translation>
    </message>
    <message>
        <source>Deleted. Ctrl+Z brings it back.</source>
        <translation>已刪除。按 Ctrl+Z 可復原。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>沒有可重做的步驟。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的步驟。</translation>
    </message>
    <message>
        <source>nameless</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>EntryTimePanel</name>
    <message>
        <source>Correct the entry time</source>
        <translation>更正進場時間</translation>
    </message>
    <message>
        <source>Entry time</source>
        <translation>進場時間</translation>
    </message>
    <message>
        <source>Recorded: {time}</source>
        <translation>原紀錄：{time}</translation>
    </message>
    <message>
        <source>Since when is {plate} really here?</source>
        <translation>{plate} 實際是何時進場的？</translation>
    </message>
</context>
<context>
    <name>ExamplesPage</name>
    <message>
        <source>A car that enters {entry}: each place at which its price changes.</source>
        <translation>{entry} 進場的車：價格每次變動之處。</translation>
    </message>
    <message>
        <source>At the edges of the plan</source>
        <translation>方案的各個邊界</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>Out by</source>
        <translation>最遲出場</translation>
    </message>
    <message>
        <source>Stay up to</source>
        <translation>停車不超過</translation>
    </message>
    <message>
        <source>Stays at the edges of the plan</source>
        <translation>方案邊界上的停車</translation>
    </message>
    <message>
        <source>The check says what is to be mended.</source>
        <translation>檢查頁會說明要修正什麼。</translation>
    </message>
    <message>
        <source>There is no price to show.</source>
        <translation>沒有可顯示的價格。</translation>
    </message>
    <message>
        <source>Worked examples</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>無價格</translation>
    </message>
    <message>
        <source>{entry}, {length}: {amount}</source>
        <translation>{entry}，{length}：{amount}</translation>
    </message>
</context>
<context>
    <name>ExtraForm</name>
    <message>
        <source>A started unit counts in full.</source>
        <translation>未滿一單位以一單位計。</translation>
    </message>
    <message>
        <source>For each started unit, such as a kilowatt-hour.</source>
        <translation>每一單位（未滿也算），例如一度電。</translation>
    </message>
    <message>
        <source>How much of it costs the price</source>
        <translation>多少數量收一次此價</translation>
    </message>
    <message>
        <source>It is due</source>
        <translation>計收方式</translation>
    </message>
    <message>
        <source>It stands on the receipt.</source>
        <translation>會印在收據上。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Once in</source>
        <translation>每次計收的期間</translation>
    </message>
    <message>
        <source>Once, or for each period that begins.</source>
        <translation>一次，或每個開始的期間各一次。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>The name under which the figure comes with the stay, such as kwh.</source>
        <translation>數量隨停車資料傳入時的名稱，例如 kwh。</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>計量項目</translation>
    </message>
    <message>
        <source>by something measured</source>
        <translation>按計量</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>按時間</translation>
    </message>
    <message>
        <source>the stay</source>
        <translation>整次停車</translation>
    </message>
</context>
<context>
    <name>FactorField</name>
    <message>
        <source>cheaper by a part</source>
        <translation>便宜一部分</translation>
    </message>
    <message>
        <source>dearer by a part</source>
        <translation>加價一部分</translation>
    </message>
    <message>
        <source>so many times the price</source>
        <translation>價格的倍數</translation>
    </message>
    <message>
        <source>{less} % less</source>
        <translation>減 {less} %</translation>
    </message>
    <message>
        <source>{more} % more</source>
        <translation>加 {more} %</translation>
    </message>
    <message>
        <source>{times} times the price</source>
        <translation>價格的 {times} 倍</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>At the second place</source>
        <translation>第二存放處</translation>
    </message>
    <message>
        <source>Backup here</source>
        <translation>本機備份</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁碟剩餘</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>最近回報</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中樞</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>網際網路</translation>
    </message>
    <message>
        <source>Other consoles</source>
        <translation>其他主控台</translation>
    </message>
    <message>
        <source>Payment platform</source>
        <translation>支付平台</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>啟動時間</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Spaces held</source>
        <translation>持有車位</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>全部已傳送</translation>
    </message>
    <message>
        <source>away since {time}</source>
        <translation>自 {time} 起離線</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測量</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未嘗試</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>within reach since {time}</source>
        <translation>自 {time} 起連線</translation>
    </message>
    <message>
        <source>{small} small, {large} large wait</source>
        <translation>{small} 張縮圖、{large} 張原圖待傳</translation>
    </message>
</context>
<context>
    <name>FeePanel</name>
    <message>
        <source>A fee above {ceiling} is looked at first.</source>
        <translation>超過 {ceiling} 的費用須先確認。</translation>
    </message>
    <message>
        <source>Cars here usually pay {usual}, and hardly ever more than {high}.</source>
        <translation>這裡的車通常付 {usual}，很少超過 {high}。</translation>
    </message>
    <message>
        <source>Charge it anyway</source>
        <translation>仍照此收費</translation>
    </message>
    <message>
        <source>Correct the entry time</source>
        <translation>更正進場時間</translation>
    </message>
    <message>
        <source>Take {plate} in hand</source>
        <translation>改選 {plate}</translation>
    </message>
    <message>
        <source>{plate} owes {amount}: look before the driver hears it.</source>
        <translation>{plate} 應付 {amount}：告知駕駛前請先確認。</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Camera answers</source>
        <translation>攝影機有回應</translation>
    </message>
    <message>
        <source>Camera is starting …</source>
        <translation>攝影機啟動中…</translation>
    </message>
    <message>
        <source>Camera: not measured</source>
        <translation>攝影機：未測量</translation>
    </message>
    <message>
        <source>No plate is seen. Let a car stand where cars stop, then look here again.</source>
        <translation>看不到車牌。請讓一輛車停在平常停車的位置，再看這裡。</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>尚未辨識。</translation>
    </message>
    <message>
        <source>Old picture</source>
        <translation>舊畫面</translation>
    </message>
    <message>
        <source>Plates in the picture</source>
        <translation>畫面中的車牌</translation>
    </message>
    <message>
        <source>Waiting for a picture …</source>
        <translation>正在等候畫面…</translation>
    </message>
    <message>
        <source>{rate} pictures a second</source>
        <translation>每秒 {rate} 張</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Open the lot</source>
        <translation>啟用停車場</translation>
    </message>
    <message>
        <source>Opening the lot…</source>
        <translation>啟用停車場中…</translation>
    </message>
    <message>
        <source>The camera gives pictures.</source>
        <translation>攝影機有畫面。</translation>
    </message>
    <message>
        <source>There are cars that were not taken in. Ctrl+S takes them in, Esc again leaves them out.</source>
        <translation>還有車輛尚未登錄。Ctrl+S 登錄，再按一次 Esc 放棄。</translation>
    </message>
    <message>
        <source>This lot has a console already …</source>
        <translation>本場已有主控台…</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>前往櫃台</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>hidden</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已展開</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Apr</source>
        <translation>4 月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8 月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12 月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2 月</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1 月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7 月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6 月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3 月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5 月</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11 月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10 月</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9 月</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小時</translation>
    </message>
    <message>
        <source>{duration} old</source>
        <translation>{duration} 前</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小時</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小時 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{seconds} s old</source>
        <translation>{seconds} 秒前</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {time}</source>
        <translation>{month} {day} 日（{weekday}）{time}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year} {time}</source>
        <translation>{year} 年 {month} {day} 日（{weekday}）{time}</translation>
    </message>
</context>
<context>
    <name>FreeForm</name>
    <message>
        <source>A longer stay is charged from its first minute.</source>
        <translation>超過者從第一分鐘起計費。</translation>
    </message>
    <message>
        <source>A vehicle gets them once in</source>
        <translation>每輛車可享一次，期間為</translation>
    </message>
    <message>
        <source>Free if the stay is no longer than</source>
        <translation>停車不超過此時間免費</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>One that had them in this period before pays from the first minute.</source>
        <translation>期間內已享用過的車從第一分鐘起計費。</translation>
    </message>
    <message>
        <source>So much is never charged, however long the stay is.</source>
        <translation>不論停多久，這段時間都不收費。</translation>
    </message>
    <message>
        <source>Taken off every stay</source>
        <translation>每次停車扣除的免費時間</translation>
    </message>
    <message>
        <source>They are taken off</source>
        <translation>扣除自</translation>
    </message>
    <message>
        <source>Times that cost nothing do not use them up.</source>
        <translation>免費時段不會用掉它。</translation>
    </message>
    <message>
        <source>Used up from the entry on, also at times that cost nothing.</source>
        <translation>從進場起消耗，免費時段也算。</translation>
    </message>
    <message>
        <source>Write a length in at least one of both fields.</source>
        <translation>兩個欄位至少填一個時間。</translation>
    </message>
    <message>
        <source>each stay anew</source>
        <translation>每次停車</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>the beginning of the stay</source>
        <translation>停車的開頭</translation>
    </message>
    <message>
        <source>the first time that costs</source>
        <translation>最先須收費的時間</translation>
    </message>
</context>
<context>
    <name>GatesPanel</name>
    <message>
        <source>Gates: what no command explains</source>
        <translation>閘門：沒有指令可解釋的動作</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>{lane}: not measured, no contact sees the boom</source>
        <translation>{lane}：未量測，沒有接點偵測欄杆</translation>
    </message>
    <message>
        <source>{lane}: rose {rises} times, all explained</source>
        <translation>{lane}：升起 {rises} 次，全部有說明</translation>
    </message>
    <message>
        <source>{lane}: rose {rises} times; what no command explains: {left}</source>
        <translation>{lane}：升起 {rises} 次；沒有指令可解釋：{left} 件</translation>
    </message>
</context>
<context>
    <name>GiveBackPanel</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>How much goes back to {plate}? At most {amount}.</source>
        <translation>要退多少給 {plate}？最多 {amount}。</translation>
    </message>
    <message>
        <source>The right to leave stays. A second person approves it.</source>
        <translation>離場權利保留。需第二人核准。</translation>
    </message>
    <message>
        <source>Type an amount of at most {amount}.</source>
        <translation>請輸入不超過 {amount} 的金額。</translation>
    </message>
    <message>
        <source>back by {tender}</source>
        <translation>以{tender}退回</translation>
    </message>
    <message>
        <source>in cash, out of this drawer</source>
        <translation>以現金，由此錢箱退</translation>
    </message>
</context>
<context>
    <name>HappenedPage</name>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>所有車道</translation>
    </message>
    <message>
        <source>Choose more days or people.</source>
        <translation>請選擇更多天或更多人。</translation>
    </message>
    <message>
        <source>Entries written to {file}: {count}.</source>
        <translation>已寫入 {file} 的紀錄：{count}。</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>紀錄：{count}</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>匯出 CSV</translation>
    </message>
    <message>
        <source>Export what happened</source>
        <translation>匯出事件</translation>
    </message>
    <message>
        <source>Nothing of that kind happened.</source>
        <translation>沒有這類事件。</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>People, not the lanes themselves</source>
        <translation>只看人員，不含車道自動</translation>
    </message>
    <message>
        <source>The lanes and the program</source>
        <translation>車道與程式</translation>
    </message>
    <message>
        <source>The last 31 days</source>
        <translation>最近 31 天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The latest {count} entries</source>
        <translation>最新 {count} 筆紀錄</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些天</translation>
    </message>
    <message>
        <source>Which lane</source>
        <translation>哪個車道</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>no marks</source>
        <translation>無標記</translation>
    </message>
    <message>
        <source>no member</source>
        <translation>非會員</translation>
    </message>
    <message>
        <source>ticket lost</source>
        <translation>票卡遺失</translation>
    </message>
    <message>
        <source>ticket there</source>
        <translation>有票卡</translation>
    </message>
    <message>
        <source>{amount}, receipt {number}.</source>
        <translation>{amount}，收據 {number}。</translation>
    </message>
    <message>
        <source>{amount}, {outcome}.</source>
        <translation>{amount}，{outcome}。</translation>
    </message>
    <message>
        <source>{name}, {amount}, receipt {number}.</source>
        <translation>{name}，{amount}，收據 {number}。</translation>
    </message>
</context>
<context>
    <name>HoldQuestions</name>
    <message>
        <source>Hold {lane} open</source>
        <translation>保持 {lane} 開啟</translation>
    </message>
    <message>
        <source>It stays open until F7. Cars that pass are still recorded; nobody pays at it.</source>
        <translation>會保持開啟直到按 F7。通過的車輛仍會記錄；此處不收費。</translation>
    </message>
    <message>
        <source>Let {lane} go?</source>
        <translation>放下 {lane}？</translation>
    </message>
    <message>
        <source>The boom then closes by itself. Is nobody under it?</source>
        <translation>柵欄會自行關閉。下方是否無人？</translation>
    </message>
    <message>
        <source>Why is {lane} held open?</source>
        <translation>為什麼保持 {lane} 開啟？</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>A car whose entry time is unknown is priced from now.</source>
        <translation>入場時間不明的車輛自現在起計費。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Cars inside, as CSV</source>
        <translation>場內車輛（CSV）</translation>
    </message>
    <message>
        <source>Cars taken in: {count}.</source>
        <translation>已登錄車輛：{count}。</translation>
    </message>
    <message>
        <source>Cars: {cars}; without an entry time: {unknown}</source>
        <translation>車輛：{cars}；無入場時間：{unknown}</translation>
    </message>
    <message>
        <source>Entered at, like 14:05; empty if unknown</source>
        <translation>入場時間，如 14:05；不知道則留空</translation>
    </message>
    <message>
        <source>Entry time, empty if unknown</source>
        <translation>入場時間，不明則留空</translation>
    </message>
    <message>
        <source>From a file (CSV)…</source>
        <translation>從檔案（CSV）…</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Plate of a car that is inside</source>
        <translation>場內車輛的車牌</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>表格 (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Take in {count}</source>
        <translation>登錄 {count} 輛</translation>
    </message>
    <message>
        <source>{file}: {good} can be taken in; wrong lines: {wrong}; in the list already: {twice}.</source>
        <translation>{file}：可登錄 {good}；錯誤行：{wrong}；已在清單中：{twice}。</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Cars already inside</source>
        <translation>已在場內的車輛</translation>
    </message>
    <message>
        <source>The lot is open. Write down who is inside, so that they can pay and leave; or go to the desk and do it later under Inside.</source>
        <translation>停車場已啟用。請登錄場內車輛，以便繳費離場；也可先到櫃台，稍後在「場內」登錄。</translation>
    </message>
</context>
<context>
    <name>InsideScreen</name>
    <message>
        <source>Add cars by hand</source>
        <translation>人工新增車輛</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回清單</translation>
    </message>
    <message>
        <source>Cars written to {file}: {count}.</source>
        <translation>已寫入 {file}：{count} 輛。</translation>
    </message>
    <message>
        <source>Cars: {count}; paid so far: {amount}</source>
        <translation>車輛：{count}；已繳：{amount}</translation>
    </message>
    <message>
        <source>Driving in</source>
        <translation>入場中</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>匯出 CSV</translation>
    </message>
    <message>
        <source>Export the list of cars inside</source>
        <translation>匯出場內車輛清單</translation>
    </message>
    <message>
        <source>Filter by plate</source>
        <translation>依車牌篩選</translation>
    </message>
    <message>
        <source>Held at the gate</source>
        <translation>留置於柵欄前</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>場內</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未繳費</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已繳費</translation>
    </message>
    <message>
        <source>Type a part of the plate</source>
        <translation>輸入部分車牌</translation>
    </message>
    <message>
        <source>Which cars</source>
        <translation>哪些車輛</translation>
    </message>
    <message>
        <source>{sum} (the first {shown} are shown; type to narrow)</source>
        <translation>{sum}（只顯示前 {shown} 筆；請輸入文字縮小範圍）</translation>
    </message>
</context>
<context>
    <name>InsideSection</name>
    <message>
        <source>Cars already inside</source>
        <translation>已在場內的車輛</translation>
    </message>
    <message>
        <source>Cars that came in before Lotkeeper saw them, so that they can pay and leave.</source>
        <translation>Lotkeeper 啟用前已入場的車輛，登錄後即可繳費離場。</translation>
    </message>
</context>
<context>
    <name>InsideTable</name>
    <message>
        <source>Due now</source>
        <translation>目前應繳</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>入場</translation>
    </message>
    <message>
        <source>Inside for</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>InsideView</name>
    <message>
        <source>Cars appear here as they drive in. Ins adds those that are inside already.</source>
        <translation>車輛入場後會顯示在這裡。按 Ins 新增已在場內的車輛。</translation>
    </message>
    <message>
        <source>Cars inside; Enter takes the chosen one to the desk</source>
        <translation>場內車輛；按 Enter 將所選車輛帶到櫃台</translation>
    </message>
    <message>
        <source>Esc shows all cars again.</source>
        <translation>按 Esc 顯示所有車輛。</translation>
    </message>
    <message>
        <source>No car is inside.</source>
        <translation>場內沒有車。</translation>
    </message>
    <message>
        <source>No car like that is inside.</source>
        <translation>場內沒有這樣的車。</translation>
    </message>
</context>
<context>
    <name>InvitePanel</name>
    <message>
        <source>A name says where it stands, for instance Entry North. It is shown on receipts, too.</source>
        <translation>名稱說明所在位置，例如「北側入口」，也會印在收據上。</translation>
    </message>
    <message>
        <source>Address of this hub</source>
        <translation>本中樞的位址</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>有效時間</translation>
    </message>
    <message>
        <source>Invite a console</source>
        <translation>邀請主控台加入</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>產生代碼</translation>
    </message>
    <message>
        <source>On the new PC start Lotkeeper, choose “This lot has a console already”, and type address and code. It works once.</source>
        <translation>在新電腦啟動 Lotkeeper，選擇「本場已有主控台」，輸入位址與代碼。代碼只能使用一次。</translation>
    </message>
    <message>
        <source>Sign on there with the same PINs, and wire its lanes.</source>
        <translation>請在該機以相同的 PIN 登入，並設定其車道。</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>請先輸入名稱。</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Withdraw the code</source>
        <translation>收回代碼</translation>
    </message>
    <message>
        <source>has ended; make a new one</source>
        <translation>已失效，請產生新的代碼</translation>
    </message>
    <message>
        <source>✓ {name} has joined.</source>
        <translation>✓ {name} 已加入。</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>A lane where cars come in</source>
        <translation>有車輛進場的車道</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>中樞位址</translation>
    </message>
    <message>
        <source>At the hub an administrator opens Consoles, invites a console, and reads out address and code. People, rates and the cars inside come from there.</source>
        <translation>由管理員在中樞開啟「主控台」，邀請主控台加入，並告知位址與代碼。人員、費率與場內車輛都會從那裡取得。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Fetching the lot's records: {count} so far.</source>
        <translation>正在取得停車場記錄：目前 {count} 筆。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join this lot's other consoles</source>
        <translation>加入本場的其他主控台</translation>
    </message>
    <message>
        <source>Knocking at the hub…</source>
        <translation>正在聯絡中樞…</translation>
    </message>
    <message>
        <source>No hub answers at {address}. Compare the address with the one the hub shows, and look whether it runs and its firewall lets this PC in.</source>
        <translation>{address} 沒有中樞回應。請與中樞顯示的位址核對，並確認中樞已啟動、防火牆允許本機連線。</translation>
    </message>
    <message>
        <source>Only exits, a kiosk, or a desk</source>
        <translation>只有出口、自助機或櫃台</translation>
    </message>
    <message>
        <source>What stands here</source>
        <translation>設置位置</translation>
    </message>
</context>
<context>
    <name>KeepPanel</name>
    <message>
        <source>Count again</source>
        <translation>重新清點</translation>
    </message>
    <message>
        <source>Nothing is taken out.</source>
        <translation>不取出任何現金。</translation>
    </message>
    <message>
        <source>Seal and close</source>
        <translation>封存並結束</translation>
    </message>
    <message>
        <source>Stays in the drawer</source>
        <translation>留在錢箱</translation>
    </message>
    <message>
        <source>Type what stays: at most what was counted.</source>
        <translation>請輸入留下的金額，最多為清點的金額。</translation>
    </message>
    <message>
        <source>{amount} are taken out.</source>
        <translation>取出 {amount}。</translation>
    </message>
    <message>
        <source>{amount} counted. What stays for the next shift?</source>
        <translation>清點 {amount}。留多少給下一班？</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Key {key}</source>
        <translation>按鍵 {key}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
</context>
<context>
    <name>LadderField</name>
    <message>
        <source>; longer stays cost no more by this ladder</source>
        <translation>；之後依此階梯不再加價</translation>
    </message>
    <message>
        <source>; then on in the same way</source>
        <translation>；之後以同樣方式繼續</translation>
    </message>
    <message>
        <source>; then the last {steps} steps again and again</source>
        <translation>；之後重複最後 {steps} 階</translation>
    </message>
    <message>
        <source>; then the same again</source>
        <translation>；之後同樣重複</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>新增一階</translation>
    </message>
</context>
<context>
    <name>LaneLine</name>
    <message>
        <source>A car goes through.</source>
        <translation>車輛通過中。</translation>
    </message>
    <message>
        <source>A car waits for you since {time}.</source>
        <translation>有車從 {time} 起等候處理。</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>沒有車在等候。</translation>
    </message>
    <message>
        <source>The gate is held open.</source>
        <translation>閘門保持開啟。</translation>
    </message>
    <message>
        <source>in</source>
        <translation>進</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
</context>
<context>
    <name>LaneMessagePanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close {lane}</source>
        <translation>關閉 {lane}</translation>
    </message>
    <message>
        <source>Keep in the list</source>
        <translation>存入清單</translation>
    </message>
    <message>
        <source>On the sign now: {text}</source>
        <translation>看板目前顯示：{text}</translation>
    </message>
    <message>
        <source>Open {lane} again</source>
        <translation>重新開放 {lane}</translation>
    </message>
    <message>
        <source>Show the usual text</source>
        <translation>恢復平常的文字</translation>
    </message>
    <message>
        <source>Show to drivers</source>
        <translation>顯示給駕駛</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>自清單移除</translation>
    </message>
    <message>
        <source>Text for drivers</source>
        <translation>給駕駛的文字</translation>
    </message>
    <message>
        <source>Texts that are ready</source>
        <translation>預備文字</translation>
    </message>
    <message>
        <source>The arrow keys choose a text, Enter shows it. It goes when the car has left.</source>
        <translation>以方向鍵選擇文字，按 Enter 顯示；車輛離開後即消失。</translation>
    </message>
    <message>
        <source>What do drivers read at {lane}?</source>
        <translation>{lane} 的駕駛會看到什麼？</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count}／{most}</translation>
    </message>
</context>
<context>
    <name>LanePanel</name>
    <message>
        <source>6:00 to 19:00: {day} of {by_day} read alone; 19:00 to 6:00 (shaded): {night} of {by_night}. Hatched: a person helped. Weather is not measured.</source>
        <translation>6:00 至 19:00：{by_day} 輛中有 {day} 自行辨識；19:00 至 6:00（灰底）：{by_night} 輛中有 {night}。斜線：有人協助。未量測天氣。</translation>
    </message>
    <message>
        <source>A lane belongs to the whole lot; what is wired to it, to the console that drives it.</source>
        <translation>車道屬於整個停車場；接線則屬於控制它的主控台。</translation>
    </message>
    <message>
        <source>A new lane</source>
        <translation>新車道</translation>
    </message>
    <message>
        <source>Add and wire it</source>
        <translation>新增並接線</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Characters it confuses</source>
        <translation>容易認錯的字元</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>一天中的各時段</translation>
    </message>
    <message>
        <source>In</source>
        <translation>進</translation>
    </message>
    <message>
        <source>Its stays keep their records. Press Alt+R once more to take it away.</source>
        <translation>停放紀錄會保留。再按一次 Alt+R 即可移除。</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Lanes of the lot</source>
        <translation>停車場的車道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>No plate of this lane was corrected in this time.</source>
        <translation>這段時間內，此車道沒有車牌被更正。</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Take it away …</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>{begin}:00 to {end}:00: no vehicle</source>
        <translation>{begin}:00 至 {end}:00：沒有車輛</translation>
    </message>
    <message>
        <source>{begin}:00 to {end}:00: {vehicles} vehicles, {alone} read alone, {asked} asked</source>
        <translation>{begin}:00 至 {end}:00：{vehicles} 輛，{alone} 自行辨識，{asked} 需詢問</translation>
    </message>
</context>
<context>
    <name>LaneQuestion</name>
    <message>
        <source>At {lane} now</source>
        <translation>現於 {lane}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Correct the plate</source>
        <translation>更正車牌</translation>
    </message>
    <message>
        <source>Inside as {plate}, {entered}</source>
        <translation>場內登記為 {plate}，{entered}</translation>
    </message>
    <message>
        <source>Open by hand</source>
        <translation>手動開啟</translation>
    </message>
    <message>
        <source>Plate of the car at {lane}</source>
        <translation>{lane} 車輛的車牌</translation>
    </message>
</context>
<context>
    <name>LaneStrip</name>
    <message>
        <source>Boom down</source>
        <translation>柵欄放下</translation>
    </message>
    <message>
        <source>Boom moving</source>
        <translation>柵欄移動中</translation>
    </message>
    <message>
        <source>Boom not measured</source>
        <translation>柵欄未測得</translation>
    </message>
    <message>
        <source>Boom up</source>
        <translation>柵欄升起</translation>
    </message>
    <message>
        <source>car before it</source>
        <translation>前方有車</translation>
    </message>
    <message>
        <source>car behind it</source>
        <translation>後方有車</translation>
    </message>
    <message>
        <source>free before it</source>
        <translation>前方無車</translation>
    </message>
    <message>
        <source>free behind it</source>
        <translation>後方無車</translation>
    </message>
    <message>
        <source>loop before it not measured</source>
        <translation>前線圈未測得</translation>
    </message>
    <message>
        <source>loop behind it not measured</source>
        <translation>後線圈未測得</translation>
    </message>
</context>
<context>
    <name>LaneTile</name>
    <message>
        <source>in</source>
        <translation>進</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>{way} · from behind</source>
        <translation>{way} · 後方畫面</translation>
    </message>
    <message>
        <source>▸ {lane}</source>
        <translation>▸ {lane}</translation>
    </message>
</context>
<context>
    <name>LanesColumn</name>
    <message>
        <source>No lane is wired</source>
        <translation>尚未接線任何車道</translation>
    </message>
    <message>
        <source>Wire a lane to this computer under Devices.</source>
        <translation>請在「裝置」將車道接到此電腦。</translation>
    </message>
</context>
<context>
    <name>LanesPage</name>
    <message>
        <source>Add an entry</source>
        <translation>新增入口</translation>
    </message>
    <message>
        <source>Add an exit</source>
        <translation>新增出口</translation>
    </message>
    <message>
        <source>Devices searches for what is there and knows more kinds: relays on serial lines, Shelly, Tasmota, MQTT, ONVIF, USB cameras, displays, readers, printers.</source>
        <translation>「裝置」會搜尋現有裝置，並支援更多種類：序列埠繼電器、Shelly、Tasmota、MQTT、ONVIF、USB 攝影機、顯示器、讀取器、印表機。</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Each lane has a camera, a barrier and two loops. Simulated ones need no wires.</source>
        <translation>每個車道有一部攝影機、一座柵欄與兩個線圈。模擬裝置不需接線。</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>入口 {number}</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Exit {number}</source>
        <translation>出口 {number}</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Remove lane</source>
        <translation>移除車道</translation>
    </message>
    <message>
        <source>The lanes</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Try the camera</source>
        <translation>測試攝影機</translation>
    </message>
    <message>
        <source>Waiting for a picture, at most 12 seconds…</source>
        <translation>等待畫面，最多 12 秒…</translation>
    </message>
    <message>
        <source>Wire it later, under Devices</source>
        <translation>稍後在「裝置」接線</translation>
    </message>
</context>
<context>
    <name>LearningSection</name>
    <message>
        <source>Corrected plates show how well the cameras read, and can train a reader for this lot.</source>
        <translation>更正過的車牌可以看出攝影機辨識得如何，也能用來訓練本停車場的辨識器。</translation>
    </message>
    <message>
        <source>Delete all kept photos</source>
        <translation>刪除所有保存的照片</translation>
    </message>
    <message>
        <source>Delete the {count} photos that were kept for learning? They are not kept for it again. The lot's own photos and the corrections stay with their stays.</source>
        <translation>要刪除為學習保存的 {count} 張照片嗎？這些照片不會再為學習保存。停車場本身的照片與更正紀錄仍會留在停車歷程中。</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Each photo is kept for {days} days, then it is deleted.</source>
        <translation>每張照片保存 {days} 天，之後刪除。</translation>
    </message>
    <message>
        <source>Keep photos of plates that were corrected or confirmed</source>
        <translation>保存車牌經更正或確認的照片</translation>
    </message>
    <message>
        <source>Kept now: {count} photos, {size} MB.</source>
        <translation>目前保存：{count} 張照片，{size} MB。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Leave them until their time is up</source>
        <translation>保留到期滿為止</translation>
    </message>
    <message>
        <source>No photo is kept now.</source>
        <translation>目前沒有保存照片。</translation>
    </message>
    <message>
        <source>Photos are kept of cars whose plate a person typed or confirmed, of cars let out by hand, and of one in sixteen that were read alike at entry and exit. They lie in {folder} on this machine and are sent nowhere. They are personal data: tell your customers.</source>
        <translation>保存的照片包括：由人員輸入或確認車牌的車輛、由人員手動放行出場的車輛，以及進出場辨識結果相同的車輛中每十六輛取一輛。照片存放在本機的 {folder}，不會傳送到任何地方。照片屬於個人資料：請告知您的顧客。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>✓ Photos deleted: {count}.</source>
        <translation>✓ 已刪除照片：{count} 張。</translation>
    </message>
    <message>
        <source>✓ Saved. No photo is kept from now on.</source>
        <translation>✓ 已儲存。從現在起不再保存照片。</translation>
    </message>
    <message>
        <source>✓ Saved. Photos are kept from now on.</source>
        <translation>✓ 已儲存。從現在起會保存照片。</translation>
    </message>
</context>
<context>
    <name>LetGoPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>放下</translation>
    </message>
</context>
<context>
    <name>LivePart</name>
    <message>
        <source>Before the boom</source>
        <translation>柵欄前</translation>
    </message>
    <message>
        <source>Behind the boom</source>
        <translation>柵欄後</translation>
    </message>
</context>
<context>
    <name>LiveValues</name>
    <message>
        <source>not measured</source>
        <translation>未測得</translation>
    </message>
</context>
<context>
    <name>LockedLanes</name>
    <message>
        <source>The lanes go on</source>
        <translation>車道照常運作</translation>
    </message>
</context>
<context>
    <name>LotPage</name>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>How many cars fit in</source>
        <translation>可容納車輛數</translation>
    </message>
    <message>
        <source>It is {time} there now</source>
        <translation>當地現在是 {time}</translation>
    </message>
    <message>
        <source>Name of the lot</source>
        <translation>停車場名稱</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>車位數</translation>
    </message>
    <message>
        <source>Stays as it is once the lot is open</source>
        <translation>停車場啟用後不可更改</translation>
    </message>
    <message>
        <source>The lot</source>
        <translation>停車場</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Type a city to search</source>
        <translation>輸入城市搜尋</translation>
    </message>
    <message>
        <source>What is it called, how many cars fit in, and where is it?</source>
        <translation>名稱為何？可停幾輛？位於何處？</translation>
    </message>
</context>
<context>
    <name>LotSection</name>
    <message>
        <source>Address on receipts</source>
        <translation>收據上的地址</translation>
    </message>
    <message>
        <source>After that time</source>
        <translation>逾時之後</translation>
    </message>
    <message>
        <source>Help phone</source>
        <translation>服務電話</translation>
    </message>
    <message>
        <source>Language of receipts</source>
        <translation>收據語言</translation>
    </message>
    <message>
        <source>Look first at fees above</source>
        <translation>費用超過此數須先確認</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>停車場</translation>
    </message>
    <message>
        <source>Minutes to leave</source>
        <translation>離場時限（分）</translation>
    </message>
    <message>
        <source>Name of the lot</source>
        <translation>停車場名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>車位數</translation>
    </message>
    <message>
        <source>What is changed here holds at once and for everybody.</source>
        <translation>此處的變更立即對所有人生效。</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>自動學習</translation>
    </message>
    <message>
        <source>the fee clock starts again</source>
        <translation>重新開始計費</translation>
    </message>
    <message>
        <source>the whole stay is priced again, less what was paid</source>
        <translation>全程重新計費，扣除已繳金額</translation>
    </message>
    <message>
        <source>✓ Proposed to the hub; it holds as soon as the hub has agreed.</source>
        <translation>✓ 已向中樞提出；中樞同意後即生效。</translation>
    </message>
    <message>
        <source>✓ Saved.</source>
        <translation>✓ 已儲存。</translation>
    </message>
</context>
<context>
    <name>LoyaltyField</name>
    <message>
        <source>Name at least one membership, such as gold.</source>
        <translation>請至少寫一種會員，例如 gold。</translation>
    </message>
    <message>
        <source>any member</source>
        <translation>任何會員</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>gold, staff</source>
        <translation>gold、staff</translation>
    </message>
    <message>
        <source>members of these</source>
        <translation>這些會員</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Age of the picture</source>
        <translation>畫面延遲</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>回應時間</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>電池</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Codes read</source>
        <translation>已讀代碼</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>重新連線</translation>
    </message>
    <message>
        <source>Contact: boom down</source>
        <translation>接點：柵欄放下</translation>
    </message>
    <message>
        <source>Contact: boom up</source>
        <translation>接點：柵欄升起</translation>
    </message>
    <message>
        <source>Cover open</source>
        <translation>上蓋開啟</translation>
    </message>
    <message>
        <source>Drawer open</source>
        <translation>錢箱開啟</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Held open</source>
        <translation>保持開啟</translation>
    </message>
    <message>
        <source>Last code</source>
        <translation>最後代碼</translation>
    </message>
    <message>
        <source>Last one took</source>
        <translation>上次費時</translation>
    </message>
    <message>
        <source>Lasts for</source>
        <translation>可維持</translation>
    </message>
    <message>
        <source>Loop before the boom</source>
        <translation>柵欄前線圈</translation>
    </message>
    <message>
        <source>Loop behind the boom</source>
        <translation>柵欄後線圈</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>使用電池</translation>
    </message>
    <message>
        <source>Opening relay</source>
        <translation>開啟繼電器</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙張</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒畫面</translation>
    </message>
    <message>
        <source>Printed since the start</source>
        <translation>啟動後已列印</translation>
    </message>
    <message>
        <source>Ready to print</source>
        <translation>可列印</translation>
    </message>
    <message>
        <source>Receipts that wait</source>
        <translation>等候的收據</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>已捨棄</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>Wrong keys refused</source>
        <translation>拒絕的錯誤金鑰</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉合</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無車</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>occupied</source>
        <translation>有車</translation>
    </message>
    <message>
        <source>open</source>
        <translation>斷開</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{value} V</source>
        <translation>{value} V</translation>
    </message>
    <message>
        <source>{value} a second</source>
        <translation>每秒 {value}</translation>
    </message>
    <message>
        <source>{value} dBm</source>
        <translation>{value} dBm</translation>
    </message>
    <message>
        <source>{value} dots</source>
        <translation>{value} 點</translation>
    </message>
    <message>
        <source>{value} ms</source>
        <translation>{value} 毫秒</translation>
    </message>
    <message>
        <source>{value} px</source>
        <translation>{value} 像素</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} 秒</translation>
    </message>
    <message>
        <source>{value} times</source>
        <translation>{value} 次</translation>
    </message>
</context>
<context>
    <name>MerchantForm</name>
    <message>
        <source>A day at most</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>折抵</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Staff type the code, or scan it. A stamp with a number is scanned as CODE-NUMBER.</source>
        <translation>由人員輸入或掃描代碼。有編號的折抵章以「代碼-編號」掃描。</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>折抵章</translation>
    </message>
    <message>
        <source>Which rate</source>
        <translation>哪個費率</translation>
    </message>
    <message>
        <source>all of the price</source>
        <translation>全額</translation>
    </message>
    <message>
        <source>an amount off</source>
        <translation>折抵金額</translation>
    </message>
    <message>
        <source>another rate</source>
        <translation>改用其他費率</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>each good once</source>
        <translation>每張限用一次</translation>
    </message>
    <message>
        <source>minutes of parking</source>
        <translation>停車分鐘數</translation>
    </message>
    <message>
        <source>per cent off</source>
        <translation>折扣百分比</translation>
    </message>
</context>
<context>
    <name>Merchants</name>
    <message>
        <source>all of it</source>
        <translation>全額</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>費率 {rate}</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>折 {amount}</translation>
    </message>
    <message>
        <source>{minutes} min free</source>
        <translation>免費 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>{percent} % off</source>
        <translation>折 {percent}%</translation>
    </message>
</context>
<context>
    <name>MerchantsPage</name>
    <message>
        <source>A day at most</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>A new merchant</source>
        <translation>新商家</translation>
    </message>
    <message>
        <source>Add a merchant</source>
        <translation>新增商家</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>折抵</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Ins adds one: a shop, a clinic, a cinema.</source>
        <translation>按 Ins 新增：商店、診所、電影院。</translation>
    </message>
    <message>
        <source>Merchants</source>
        <translation>合作商家</translation>
    </message>
    <message>
        <source>Merchants: {count}</source>
        <translation>商家：{count} 家</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>No merchant pays for parking here.</source>
        <translation>沒有商家折抵停車費。</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>折抵章</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>each good once</source>
        <translation>各限用一次</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>– no</source>
        <translation>– 否</translation>
    </message>
    <message>
        <source>● yes</source>
        <translation>● 是</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>MoneyQuestions</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More about {plate}</source>
        <translation>{plate} 的更多操作</translation>
    </message>
    <message>
        <source>this car</source>
        <translation>此車</translation>
    </message>
</context>
<context>
    <name>MovePanel</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Cash goes from the drawer into the safe</source>
        <translation>現金由錢箱繳入保險箱</translation>
    </message>
    <message>
        <source>Cash is paid out of the drawer</source>
        <translation>由錢箱支出現金</translation>
    </message>
    <message>
        <source>Cash is put into the drawer</source>
        <translation>將現金放入錢箱</translation>
    </message>
    <message>
        <source>It is in the safe</source>
        <translation>已放入保險箱</translation>
    </message>
    <message>
        <source>It is written down with your name.</source>
        <translation>會記錄您的姓名。</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打開錢箱</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>已放入</translation>
    </message>
    <message>
        <source>Type the amount first.</source>
        <translation>請先輸入金額。</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>用途？</translation>
    </message>
    <message>
        <source>Where does it come from?</source>
        <translation>從哪裡來？</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>送到哪裡？</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why is the cash drawer opened?</source>
        <translation>為什麼打開錢箱？</translation>
    </message>
</context>
<context>
    <name>NamedPage</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>姓名與密碼</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登入</translation>
    </message>
</context>
<context>
    <name>OpenPanel</name>
    <message>
        <source>Float in the drawer</source>
        <translation>錢櫃備用金</translation>
    </message>
    <message>
        <source>No shift is open on this drawer. Count the float and open one.</source>
        <translation>此錢櫃尚未開班。請清點備用金後開班。</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>That is {amount} less than was left. Count again, or say what you know; it is kept.</source>
        <translation>比留下的少 {amount}。請重新清點，或說明您所知道的；會留下紀錄。</translation>
    </message>
    <message>
        <source>That is {amount} more than was left. Count again, or say what you know; it is kept.</source>
        <translation>比留下的多 {amount}。請重新清點，或說明您所知道的；會留下紀錄。</translation>
    </message>
    <message>
        <source>This is the drawer's first shift.</source>
        <translation>這是此錢櫃的第一班。</translation>
    </message>
    <message>
        <source>Type the float as an amount, 0 if the drawer is empty.</source>
        <translation>請輸入備用金金額，錢櫃沒有錢請填 0。</translation>
    </message>
    <message>
        <source>What happened to it, as far as you know</source>
        <translation>據您所知發生了什麼事</translation>
    </message>
    <message>
        <source>When it was closed last, at {time}, nobody counted.</source>
        <translation>上次於 {time} 結束時沒有人清點。</translation>
    </message>
    <message>
        <source>When it was closed last, at {time}, {amount} were left in it.</source>
        <translation>上次於 {time} 結束時，錢箱留有 {amount}。</translation>
    </message>
</context>
<context>
    <name>PartPanel</name>
    <message>
        <source>Discount or multiple</source>
        <translation>折扣或加倍</translation>
    </message>
    <message>
        <source>Free minutes</source>
        <translation>免費時間</translation>
    </message>
    <message>
        <source>Highest or lowest amount</source>
        <translation>上限或下限金額</translation>
    </message>
    <message>
        <source>Price for some hours</source>
        <translation>時段價格</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Surcharge</source>
        <translation>附加費</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>整個方案</translation>
    </message>
</context>
<context>
    <name>PayForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他網址</translation>
    </message>
    <message>
        <source>Channel id</source>
        <translation>Channel ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Name on the screen</source>
        <translation>畫面上的名稱</translation>
    </message>
    <message>
        <source>Reader's id</source>
        <translation>讀卡機 ID</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>密鑰</translation>
    </message>
    <message>
        <source>Secret of its notices</source>
        <translation>通知的簽章密鑰</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>付款時限</translation>
    </message>
    <message>
        <source>the service's own</source>
        <translation>服務本身的網址</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Choose a payment to see how it was paid.</source>
        <translation>選一筆付款以查看內容。</translation>
    </message>
    <message>
        <source>Give money back …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Receipt again (copy)</source>
        <translation>補印收據（副本）</translation>
    </message>
    <message>
        <source>Receipt {number} · {amount}</source>
        <translation>收據 {number} · {amount}</translation>
    </message>
    <message>
        <source>Take it back …</source>
        <translation>作廢…</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>前往櫃台</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>Leave by {time}</source>
        <translation>{time} 前離場</translation>
    </message>
    <message>
        <source>Taken back {time}</source>
        <translation>{time} 作廢</translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation>收 {given}，找零 {change}</translation>
    </message>
    <message>
        <source>{time}, taken by {name}</source>
        <translation>{time}，{name} 收款</translation>
    </message>
    <message>
        <source>× taken back</source>
        <translation>× 已作廢</translation>
    </message>
    <message>
        <source>← {amount} given back</source>
        <translation>← 已退 {amount}</translation>
    </message>
    <message>
        <source>● owed</source>
        <translation>● 欠款</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>不限日期</translation>
    </message>
    <message>
        <source>Any way</source>
        <translation>不限方式</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Came in and stayed: {amount}</source>
        <translation>實收淨額：{amount}</translation>
    </message>
    <message>
        <source>Choose other days, or type less of the plate. What was sold stands under Sales.</source>
        <translation>請改選日期，或少輸入幾個車牌字元。售出的商品列在「銷售」。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>如何</translation>
    </message>
    <message>
        <source>Last 31 days</source>
        <translation>最近 31 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>No payment fits.</source>
        <translation>沒有符合的付款。</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>繳費時間</translation>
    </message>
    <message>
        <source>Paid how</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Payments: {count}</source>
        <translation>付款：{count} 筆</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Receipt number or plate</source>
        <translation>收據號碼或車牌</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>昨天起</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>The newest {count}; type to narrow</source>
        <translation>最新 {count} 筆；輸入文字以縮小範圍</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>後續</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些天</translation>
    </message>
</context>
<context>
    <name>PaymentsPanel</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Last payments</source>
        <translation>最近繳費</translation>
    </message>
    <message>
        <source>Last payments; Enter prints a copy of the receipt</source>
        <translation>最近繳費；按 Enter 補印收據副本</translation>
    </message>
    <message>
        <source>No payment yet. Payments appear here as soon as one is taken.</source>
        <translation>尚無繳費。收款後會立即顯示在這裡。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>繳費時間</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>補印副本</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>收款人</translation>
    </message>
</context>
<context>
    <name>PaymentsScreen</name>
    <message>
        <source>Ctrl Page Down: next page</source>
        <translation>Ctrl+Page Down：下一頁</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
</context>
<context>
    <name>PaymentsSection</name>
    <message>
        <source>! This PC's clock is {seconds} s ahead of it.</source>
        <translation>！此電腦時鐘快了 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>新增帳號</translation>
    </message>
    <message>
        <source>Ask whether it answers</source>
        <translation>測試連線</translation>
    </message>
    <message>
        <source>Being asked …</source>
        <translation>查詢中…</translation>
    </message>
    <message>
        <source>Being kept …</source>
        <translation>儲存中…</translation>
    </message>
    <message>
        <source>For real money.</source>
        <translation>正式模式。</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>往上移</translation>
    </message>
    <message>
        <source>Its reader: {state}.</source>
        <translation>讀卡機：{state}。</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Terminals and platforms that take money at this console. F10 asks the first card terminal, F11 offers the platforms in this order. What is kept here works at once.</source>
        <translation>此控制台收款用的刷卡機與支付平台。F10 使用第一台刷卡機，F11 依此順序列出平台。儲存後立即生效。</translation>
    </message>
    <message>
        <source>Test mode: no real money.</source>
        <translation>測試模式：不會真的扣款。</translation>
    </message>
    <message>
        <source>There is no account yet: only cash is taken here.</source>
        <translation>還沒有帳戶：這裡只收現金。</translation>
    </message>
    <message>
        <source>✓ It answers and knows us.</source>
        <translation>✓ 連線正常，帳號有效。</translation>
    </message>
    <message>
        <source>✓ Saved, and at work.</source>
        <translation>✓ 已儲存並啟用。</translation>
    </message>
    <message>
        <source>✓ This one is asked nobody: it is simulated.</source>
        <translation>✓ 這是模擬裝置，不需連線。</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Add someone</source>
        <translation>新增人員</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>工作人員</translation>
    </message>
</context>
<context>
    <name>PeriodChoice</name>
    <message>
        <source>Length of the period</source>
        <translation>期間長度</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>A new PIN or password</source>
        <translation>新的 PIN 或密碼</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>變更角色</translation>
    </message>
    <message>
        <source>At least {letters} characters, or a PIN of at least {digits} digits. Three or four words are good. Let the person type it.</source>
        <translation>至少 {letters} 個字元，或至少 {digits} 位數字的 PIN。三、四個詞就很好。請本人輸入。</translation>
    </message>
    <message>
        <source>At least {letters} characters. Three or four words are good. Let the person type it.</source>
        <translation>至少 {letters} 個字元，三、四個詞就很好。請本人輸入。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Someone new</source>
        <translation>新人員</translation>
    </message>
    <message>
        <source>What they sign on with stays. Give them a new PIN or password that fits.</source>
        <translation>登入方式不變。請另外設定合適的 PIN 或密碼。</translation>
    </message>
    <message>
        <source>{least} to {most} digits, not a row like 1234. Let the person type it.</source>
        <translation>{least} 到 {most} 位數字，不可為 1234 這類連號。請本人輸入。</translation>
    </message>
    <message>
        <source>{word} again</source>
        <translation>再輸入一次{word}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>A password has at least {letters} characters; three or four words are good. Whoever works at the booth alone may take a PIN instead, of at least {digits} digits.</source>
        <translation>密碼至少 {letters} 個字元，三、四個詞就很好。獨自在票亭工作的人可改用至少 {digits} 位數字的 PIN。</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密碼或 PIN</translation>
    </message>
    <message>
        <source>The first person is administrator: may change everything and add the others.</source>
        <translation>第一位人員為管理員，可變更一切並新增其他人。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再輸入一次</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>A password would be better than the PIN of before.</source>
        <translation>改用密碼會比原來的 PIN 好。</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>變更角色</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>識別卡</translation>
    </message>
    <message>
        <source>Choose someone to change what they may do.</source>
        <translation>選擇人員以變更其權限。</translation>
    </message>
    <message>
        <source>Let them try again now</source>
        <translation>現在就讓他再試</translation>
    </message>
    <message>
        <source>May sign on again</source>
        <translation>恢復登入</translation>
    </message>
    <message>
        <source>May sign on no more</source>
        <translation>停止登入</translation>
    </message>
    <message>
        <source>Never signed on.</source>
        <translation>從未登入。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>Signed on last {when}.</source>
        <translation>上次登入：{when}。</translation>
    </message>
    <message>
        <source>{role}; may not sign on any more</source>
        <translation>{role}；已停止登入</translation>
    </message>
    <message>
        <source>▲ Locked out until {until} after {count} wrong tries.</source>
        <translation>▲ 錯了 {count} 次，鎖定到 {until}。</translation>
    </message>
    <message>
        <source>▲ Nothing to sign on with.</source>
        <translation>▲ 沒有任何登入方式。</translation>
    </message>
</context>
<context>
    <name>PersonSecretField</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密碼或 PIN</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>chosen</source>
        <translation>已選取</translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Live picture</source>
        <translation>即時畫面</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>無畫面</translation>
    </message>
    <message>
        <source>Old picture</source>
        <translation>過時畫面</translation>
    </message>
</context>
<context>
    <name>PlatesSection</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Choose whose cars come here. Their plates tell whether a doubtful character is O or 0, B or 8.</source>
        <translation>請選擇常來的車輛來自哪裡。不清楚的字元是 O 或 0、B 或 8，會依當地車牌判斷。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Countries and states; Space changes how usual their cars are</source>
        <translation>國家與州；按空白鍵變更車輛是否常見</translation>
    </message>
    <message>
        <source>Country or state</source>
        <translation>國家或州</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本場</translation>
    </message>
    <message>
        <source>No country or state of that name</source>
        <translation>找不到這個國家或州</translation>
    </message>
    <message>
        <source>Nothing is chosen: plates from anywhere are expected.</source>
        <translation>尚未選擇：不限地區的車牌都可能出現。</translation>
    </message>
    <message>
        <source>Now and then: {names}.</source>
        <translation>偶爾：{names}。</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Search a country or state</source>
        <translation>搜尋國家或州</translation>
    </message>
    <message>
        <source>Search a country or state, in English or Chinese</source>
        <translation>以中文或英文搜尋國家或州</translation>
    </message>
    <message>
        <source>Space changes a row: usual, now and then, not expected. Saving starts the plate reader anew; for a few seconds no plate is read, and the lanes go on.</source>
        <translation>按空白鍵切換：常見、偶爾、不預期。儲存後車牌辨識會重新啟動；幾秒內不辨識車牌，車道照常運作。</translation>
    </message>
    <message>
        <source>Try a part of the name, or a code such as tw</source>
        <translation>請輸入部分名稱，或代碼，例如 tw</translation>
    </message>
    <message>
        <source>Usual here: {names}.</source>
        <translation>常見：{names}。</translation>
    </message>
    <message>
        <source>file of this lot</source>
        <translation>本場自訂檔案</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等，另有 {count} 項</translation>
    </message>
    <message>
        <source>• now and then</source>
        <translation>• 偶爾</translation>
    </message>
    <message>
        <source>✓ Saved. The plate reader starts anew with these plates.</source>
        <translation>✓ 已儲存。車牌辨識將以這些車牌重新啟動。</translation>
    </message>
    <message>
        <source>✓ usual</source>
        <translation>✓ 常見</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Free up to {minutes} minutes</source>
        <translation>{minutes} 分鐘內免費</translation>
    </message>
    <message>
        <source>at most {amount} in 24 hours</source>
        <translation>24 小時最高 {amount}</translation>
    </message>
    <message>
        <source>the first {minutes} minutes {amount}</source>
        <translation>首 {minutes} 分鐘 {amount}</translation>
    </message>
    <message>
        <source>then {amount} for every {minutes} minutes begun</source>
        <translation>之後每 {minutes} 分鐘 {amount}，未滿以一單位計</translation>
    </message>
</context>
<context>
    <name>PriceCurve</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>無價格</translation>
    </message>
    <message>
        <source>{length}: {amounts}</source>
        <translation>{length}：{amounts}</translation>
    </message>
    <message>
        <source>{name} {amount}</source>
        <translation>{name} {amount}</translation>
    </message>
</context>
<context>
    <name>PriceExamples</name>
    <message>
        <source>So a car pays</source>
        <translation>計費示例</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免費</translation>
    </message>
</context>
<context>
    <name>PricePage</name>
    <message>
        <source>A usual price is filled in: change what is different here. It can be changed at any time, for cars that come afterwards.</source>
        <translation>這裡已填入常見的價格：不同之處請修改。之後隨時可以更改，只影響更改後進場的車輛。</translation>
    </message>
    <message>
        <source>Price by length of stay</source>
        <translation>依停車時間的價格</translation>
    </message>
    <message>
        <source>The check stops this plan: it has no prices yet.</source>
        <translation>檢查擋下了此方案：目前沒有價格。</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>The week: what an hour costs that begins then</source>
        <translation>一週：從該時起停一小時的費用</translation>
    </message>
    <message>
        <source>Who has paid has {minutes} minutes to leave.</source>
        <translation>繳費後有 {minutes} 分鐘可離場。</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>Open the rates</source>
        <translation>開啟費率</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Prices are set under Rates: rules that read like the sign at the entrance, what they cost, and from when they hold.</source>
        <translation>價格在「費率」中設定：規則讀起來就像入口的告示牌，並顯示費用與生效時間。</translation>
    </message>
</context>
<context>
    <name>PriceSentence</name>
    <message>
        <source>At most {amount} in 24 hours.</source>
        <translation>24 小時最高 {amount}。</translation>
    </message>
    <message>
        <source>Longer stays: the first {minutes} minutes cost {amount},</source>
        <translation>超過者：首 {minutes} 分鐘 {amount}，</translation>
    </message>
    <message>
        <source>Stays of up to {free} minutes are free.</source>
        <translation>停車 {free} 分鐘以內免費。</translation>
    </message>
    <message>
        <source>There is a highest price for 24 hours</source>
        <translation>設 24 小時收費上限</translation>
    </message>
    <message>
        <source>then every further {minutes} minutes cost {amount}.</source>
        <translation>之後每 {minutes} 分鐘 {amount}。</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>It says</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>無法使用的行</translation>
    </message>
    <message>
        <source>Why it cannot be used</source>
        <translation>無法使用的原因</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>; {count} later ones unanchored since {when}</source>
        <translation>；之後 {count} 筆自 {when} 起未錨定</translation>
    </message>
    <message>
        <source>; {count} of them without personal data</source>
        <translation>；其中 {count} 筆已無個人資料</translation>
    </message>
    <message>
        <source>Anchor of a Z report</source>
        <translation>Z 報表的錨定碼</translation>
    </message>
    <message>
        <source>Entry {seq} of console {console}: </source>
        <translation>主控台 {console} 第 {seq} 筆：</translation>
    </message>
    <message>
        <source>How far it is proved</source>
        <translation>證明到哪裡</translation>
    </message>
    <message>
        <source>It is compared with this anchor, too.</source>
        <translation>也會與此錨定比對。</translation>
    </message>
    <message>
        <source>It is verified half a minute after each start.</source>
        <translation>每次啟動半分鐘後驗證。</translation>
    </message>
    <message>
        <source>Scan its square code, or type its text</source>
        <translation>掃描方形碼，或輸入文字</translation>
    </message>
    <message>
        <source>Second disk</source>
        <translation>第二個磁碟</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>立即驗證</translation>
    </message>
    <message>
        <source>What does not agree</source>
        <translation>哪裡不符</translation>
    </message>
    <message>
        <source>Where it is anchored</source>
        <translation>錨定在哪裡</translation>
    </message>
    <message>
        <source>Whoever has this computer can change its journal and link it anew. An anchor elsewhere says what stood there: keep the Z reports, and have a second disk or a shared database.</source>
        <translation>擁有這台電腦的人可以更改日誌並重新串接。別處的錨定能說明原本的內容：請保留 Z 報表，並使用第二個磁碟或共用資料庫。</translation>
    </message>
    <message>
        <source>Z reports: each has its square code.</source>
        <translation>Z 報表：每張都有方形碼。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 項</translation>
    </message>
    <message>
        <source>could not be verified</source>
        <translation>無法驗證</translation>
    </message>
    <message>
        <source>everything agrees</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>last written {when}</source>
        <translation>上次寫入 {when}</translation>
    </message>
    <message>
        <source>none is set up</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>尚未驗證</translation>
    </message>
    <message>
        <source>nothing was written since the start</source>
        <translation>啟動後尚未寫入</translation>
    </message>
    <message>
        <source>the journal does not agree</source>
        <translation>日誌不符</translation>
    </message>
    <message>
        <source>verifying …</source>
        <translation>驗證中…</translation>
    </message>
    <message>
        <source>{console}: not anchored</source>
        <translation>{console}：未錨定</translation>
    </message>
    <message>
        <source>{console}: proved up to entry {seq}, anchored {when}</source>
        <translation>{console}：已證明到第 {seq} 筆，錨定於 {when}</translation>
    </message>
    <message>
        <source>{count} entries, verified {when}</source>
        <translation>{count} 筆紀錄，驗證於 {when}</translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Differences to the plan in force: {count}. Cars inside change to it where it begins.</source>
        <translation>與現行方案的差異：{count}。場內的車自生效時起改用新價。</translation>
    </message>
    <message>
        <source>Differences to the plan in force: {count}. Cars inside keep the price they came in with.</source>
        <translation>與現行方案的差異：{count}。場內的車維持進場時的價格。</translation>
    </message>
    <message>
        <source>It cannot be published yet: mend what is marked.</source>
        <translation>尚不能發布：請先修正標示之處。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>發布</translation>
    </message>
    <message>
        <source>Remarks of the check</source>
        <translation>檢查的提醒</translation>
    </message>
    <message>
        <source>The check has remarks; it can be published all the same.</source>
        <translation>檢查有提醒事項，但仍可發布。</translation>
    </message>
    <message>
        <source>This plan says the same as the one in force.</source>
        <translation>此方案與現行方案相同。</translation>
    </message>
    <message>
        <source>✓ The check has nothing to remark.</source>
        <translation>✓ 檢查沒有提醒。</translation>
    </message>
</context>
<context>
    <name>PurgePage</name>
    <message>
        <source>After that photos, then plates, names and notes of cars that have left are forgotten at every console. What was paid stays, and so do photos of what people did by hand at a gate.</source>
        <translation>期滿後，各主控台會清除已離場車輛的照片，然後是車牌、姓名與備註。已付款項保留，人員手動操作柵欄的照片也保留。</translation>
    </message>
    <message>
        <source>Days photos are kept</source>
        <translation>照片保存天數</translation>
    </message>
    <message>
        <source>Days plates are kept</source>
        <translation>車牌保存天數</translation>
    </message>
    <message>
        <source>Everything personal: {things}</source>
        <translation>所有個人資料：{things}</translation>
    </message>
    <message>
        <source>Forget a plate</source>
        <translation>清除一個車牌</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>保存多久</translation>
    </message>
    <message>
        <source>It is looked for every hour, at the lot's hub.</source>
        <translation>由停車場中樞每小時檢查。</translation>
    </message>
    <message>
        <source>Kept: {count}. {why}</source>
        <translation>保留：{count}。{why}</translation>
    </message>
    <message>
        <source>Last looked for {when}; forgotten: {count}.</source>
        <translation>上次檢查 {when}；已清除：{count}。</translation>
    </message>
    <message>
        <source>Photos: {things}</source>
        <translation>照片：{things}</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Purge for good</source>
        <translation>永久清除</translation>
    </message>
    <message>
        <source>Purged: {things}</source>
        <translation>已清除：{things}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>What would go now?</source>
        <translation>現在會清除什麼？</translation>
    </message>
    <message>
        <source>What would go?</source>
        <translation>會清除什麼？</translation>
    </message>
    <message>
        <source>When a driver asks for it: everything kept under the plate goes at once, for good.</source>
        <translation>駕駛要求時：此車牌下保存的一切會立即永久清除。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>stays {stays}, sightings {sightings}, bookings {bookings}, others {entries}</source>
        <translation>停車 {stays}、影像辨識 {sightings}、預約 {bookings}、其他 {entries}</translation>
    </message>
    <message>
        <source>{plate}: {things}</source>
        <translation>{plate}：{things}</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>It takes part no more: nothing is taken from it, nothing given to it. Its lanes go on with what it knows, and let no more cars in than it holds spaces for.</source>
        <translation>它將不再參與：不接收它的資料，也不提供資料給它。它的車道依已知資料繼續運作，進場車輛不超過它持有的車位。</translation>
    </message>
    <message>
        <source>It will grant spaces, accept bookings and keep the shared database for this lot. Switch the former hub off first, or see that it hears of this: two hubs at a time let cars in on the same spaces.</source>
        <translation>它將為本場分配車位、受理預約並維護共用資料庫。請先關閉舊中樞，或確認它已得知：同時有兩個中樞會以相同車位放行車輛。</translation>
    </message>
    <message>
        <source>Make it the hub</source>
        <translation>擔任中樞</translation>
    </message>
    <message>
        <source>Make {name} the hub</source>
        <translation>讓 {name} 擔任中樞</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>Revoke {name}</source>
        <translation>撤銷 {name}</translation>
    </message>
    <message>
        <source>Say why: it stands in the record.</source>
        <translation>請說明原因：會留在記錄中。</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>沖銷</translation>
    </message>
    <message>
        <source>Write off the spaces of {name}</source>
        <translation>沖銷 {name} 的車位</translation>
    </message>
    <message>
        <source>{count} spaces go back to the lot. If that console is at work after all, it may let as many cars in without anybody knowing: be sure that it stands still.</source>
        <translation>{count} 個車位將歸還停車場。若該主控台其實仍在運作，可能在無人知曉下放行同樣數量的車：請確認它已停用。</translation>
    </message>
</context>
<context>
    <name>RateForm</name>
    <message>
        <source>It reaches</source>
        <translation>涵蓋範圍</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Only for some stays</source>
        <translation>僅適用部分停車</translation>
    </message>
    <message>
        <source>Rates below it</source>
        <translation>排在後面的費率</translation>
    </message>
    <message>
        <source>The next time begins where the unit ends.</source>
        <translation>下一時段從該單位結束處開始。</translation>
    </message>
    <message>
        <source>The next time begins with a unit of its own.</source>
        <translation>下一時段以新的單位開始。</translation>
    </message>
    <message>
        <source>The plan says which of the rates that apply is taken.</source>
        <translation>由費率設定決定採用哪一個。</translation>
    </message>
    <message>
        <source>Where one time passes into the next, the edge</source>
        <translation>時段交界處</translation>
    </message>
    <message>
        <source>Where this rate applies, no rate below it does.</source>
        <translation>此費率適用時，後面的費率一概不用。</translation>
    </message>
    <message>
        <source>are looked at too</source>
        <translation>也一併考慮</translation>
    </message>
    <message>
        <source>are not looked at</source>
        <translation>不再考慮</translation>
    </message>
    <message>
        <source>ends a unit that has begun</source>
        <translation>截斷已開始的單位</translation>
    </message>
    <message>
        <source>lets it run to its end</source>
        <translation>讓它走完</translation>
    </message>
</context>
<context>
    <name>RateForms</name>
    <message>
        <source>24:00 is the end of a day: write 00:00 of the next.</source>
        <translation>24:00 是一天的結束：請寫隔天的 00:00。</translation>
    </message>
    <message>
        <source>A half goes up; once, at the end.</source>
        <translation>四捨五入；只在最後計算一次。</translation>
    </message>
    <message>
        <source>A price is never below nothing.</source>
        <translation>價格不得為負數。</translation>
    </message>
    <message>
        <source>A unit that has begun costs its whole price.</source>
        <translation>已開始的單位以全價計。</translation>
    </message>
    <message>
        <source>All as one stay, less what was paid.</source>
        <translation>合併為一次停車計價，再扣除已付金額。</translation>
    </message>
    <message>
        <source>Another one is called {text} already.</source>
        <translation>已有名為{text}的項目。</translation>
    </message>
    <message>
        <source>Begins anew when the parking day begins (see the plan's settings).</source>
        <translation>在停車日開始時重新起算（見費率設定）。</translation>
    </message>
    <message>
        <source>Begins anew with each Monday.</source>
        <translation>每週一重新起算。</translation>
    </message>
    <message>
        <source>Begins anew with each full hour that the clock shows.</source>
        <translation>時鐘每到整點重新起算。</translation>
    </message>
    <message>
        <source>Begins anew with each window: one night is one, over two dates.</source>
        <translation>每個時段重新起算：一夜雖跨兩天仍算一個。</translation>
    </message>
    <message>
        <source>Begins anew with the first of each month.</source>
        <translation>每月一日重新起算。</translation>
    </message>
    <message>
        <source>Counted from the minute of the entry, again and again.</source>
        <translation>從進場那一刻起算，一再重複。</translation>
    </message>
    <message>
        <source>Due as soon as the step begins, however much of it is used.</source>
        <translation>進入此階即須付，不論用了多少。</translation>
    </message>
    <message>
        <source>Each is reckoned; the driver pays the least.</source>
        <translation>全部試算，車主付最低的。</translation>
    </message>
    <message>
        <source>Each is reckoned; the driver pays the most.</source>
        <translation>全部試算，車主付最高的。</translation>
    </message>
    <message>
        <source>Each visit has its own steps; limits count them together.</source>
        <translation>每次停車各自計階，封頂合併計算。</translation>
    </message>
    <message>
        <source>Each visit is priced by itself.</source>
        <translation>每次停車各自計價。</translation>
    </message>
    <message>
        <source>Entry and exit count by their whole minutes.</source>
        <translation>進出場時間以整分鐘計。</translation>
    </message>
    <message>
        <source>Eve of a holiday</source>
        <translation>假日前夕</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>It adds nothing to the prices.</source>
        <translation>不會加到價格。</translation>
    </message>
    <message>
        <source>It has to be longer than nothing.</source>
        <translation>時間必須大於零。</translation>
    </message>
    <message>
        <source>It has to lie between {least} and {most}.</source>
        <translation>必須介於 {least} 與 {most} 之間。</translation>
    </message>
    <message>
        <source>It is added to the total, before rounding.</source>
        <translation>進位前加到總額。</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>需要名稱。</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>None chosen: in all rates.</source>
        <translation>未選：所有費率。</translation>
    </message>
    <message>
        <source>Once, at the end.</source>
        <translation>只在最後計算一次。</translation>
    </message>
    <message>
        <source>Once, from entry to exit.</source>
        <translation>一次，從進場到離場。</translation>
    </message>
    <message>
        <source>One after the other; never below nothing.</source>
        <translation>依序折抵，不會低於零。</translation>
    </message>
    <message>
        <source>One second more begins the next unit.</source>
        <translation>多一秒就進入下一單位。</translation>
    </message>
    <message>
        <source>One window of {length}: {first} {start} to {last} {end}.</source>
        <translation>一個 {length} 的時段：{first} {start} 至 {last} {end}。</translation>
    </message>
    <message>
        <source>Only for some stays</source>
        <translation>僅適用部分停車</translation>
    </message>
    <message>
        <source>Over midnight: ends at {end} the next day ({length}), and belongs to the day it begins on.</source>
        <translation>跨午夜：隔天 {end} 結束（{length}），屬於開始的那一天。</translation>
    </message>
    <message>
        <source>Priced from the end of the booking, as if it came in then.</source>
        <translation>從預約結束起計價，視同那時進場。</translation>
    </message>
    <message>
        <source>Priced from the entry on; what was paid for the booking is taken off.</source>
        <translation>從進場起計價，再扣除預約已付金額。</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>Take at least {minutes} min; shorter ones are units of a step.</source>
        <translation>請至少填 {minutes} 分鐘；更短的請寫成階段中的計費單位。</translation>
    </message>
    <message>
        <source>That is longer than any rule can be: at most 3660 days.</source>
        <translation>超過規則的上限：最多 3660 天。</translation>
    </message>
    <message>
        <source>The next unit begins only after it.</source>
        <translation>超過後才進入下一單位。</translation>
    </message>
    <message>
        <source>The one that takes off the most; the others are not used.</source>
        <translation>只用折抵最多的一項，其餘不用。</translation>
    </message>
    <message>
        <source>The order of the list decides.</source>
        <translation>由清單順序決定。</translation>
    </message>
    <message>
        <source>The price of a long unit, charged in small ones: 0.60 per 30 min by the minute.</source>
        <translation>以長單位定價、短單位計收：每 30 分 0.60，按分鐘計。</translation>
    </message>
    <message>
        <source>The unit ends just before its full length.</source>
        <translation>單位在滿之前一刻結束。</translation>
    </message>
    <message>
        <source>The whole day, from midnight to midnight.</source>
        <translation>全天，從午夜到午夜。</translation>
    </message>
    <message>
        <source>The whole stay by the plan in force when it came in.</source>
        <translation>整段停車依進場時的費率計價。</translation>
    </message>
    <message>
        <source>Their minutes count as charged already: the steps go on from there.</source>
        <translation>先前的時間視為已計費：階梯從那裡接續。</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Time before the change by the old plan, time after it by this one.</source>
        <translation>變更前依舊費率，變更後依新費率。</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Two free hours take off what the first two hours of a stay cost.</source>
        <translation>兩小時免費即折抵最初兩小時的費用。</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>What everything together costs for a stay that ends here; it adds to nothing.</source>
        <translation>停到此處的全部費用，不與其他階相加。</translation>
    </message>
    <message>
        <source>With two free hours the clock starts two hours later.</source>
        <translation>兩小時免費即晚兩小時開始計時。</translation>
    </message>
    <message>
        <source>Write 0 for the same day, 1 for the next, 0-1 for either.</source>
        <translation>請寫 0（當日）、1（隔日）或 0-1（兩者）。</translation>
    </message>
    <message>
        <source>Write 1 for the first alone, 1-2 for two, 3- for the third and all after.</source>
        <translation>請寫 1（僅第一個）、1-2（前兩個）或 3-（第三個起）。</translation>
    </message>
    <message>
        <source>Write a whole figure from {least} to {most}.</source>
        <translation>請寫 {least} 到 {most} 的整數。</translation>
    </message>
    <message>
        <source>Write how long: 30 min, 1 h 30 min, 7 days.</source>
        <translation>請寫多久：30 分、1 小時 30 分、7 天。</translation>
    </message>
    <message>
        <source>Write the price.</source>
        <translation>請寫價格。</translation>
    </message>
    <message>
        <source>Write the time of day, such as 08:00.</source>
        <translation>請寫時刻，例如 08:00。</translation>
    </message>
    <message>
        <source>all count</source>
        <translation>全部計入</translation>
    </message>
    <message>
        <source>amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>are continued</source>
        <translation>接續計算</translation>
    </message>
    <message>
        <source>are dropped</source>
        <translation>捨去</translation>
    </message>
    <message>
        <source>are priced together</source>
        <translation>合併計價</translation>
    </message>
    <message>
        <source>begins the next unit</source>
        <translation>進入下一單位</translation>
    </message>
    <message>
        <source>change with the plan</source>
        <translation>隨費率變更</translation>
    </message>
    <message>
        <source>costs one unit</source>
        <translation>收一個單位</translation>
    </message>
    <message>
        <source>count</source>
        <translation>計入</translation>
    </message>
    <message>
        <source>count for limits</source>
        <translation>計入封頂</translation>
    </message>
    <message>
        <source>do not count</source>
        <translation>不計入</translation>
    </message>
    <message>
        <source>down</source>
        <translation>捨去</translation>
    </message>
    <message>
        <source>each started unit</source>
        <translation>每單位（未滿也算）</translation>
    </message>
    <message>
        <source>each time window</source>
        <translation>每個時段</translation>
    </message>
    <message>
        <source>for {length}: {price} for each started {each}</source>
        <translation>持續 {length}：{price}，每 {each}</translation>
    </message>
    <message>
        <source>for {length}: {price} once</source>
        <translation>持續 {length}：{price} 一次</translation>
    </message>
    <message>
        <source>for {length}: {price} per {per}, charged each {each}</source>
        <translation>持續 {length}：{price}，每 {per}，計收單位 {each}</translation>
    </message>
    <message>
        <source>free time</source>
        <translation>免費時間</translation>
    </message>
    <message>
        <source>from the start on</source>
        <translation>從開始起</translation>
    </message>
    <message>
        <source>from the start to {end}</source>
        <translation>從開始到 {end}</translation>
    </message>
    <message>
        <source>from {start} on</source>
        <translation>{start} 之後</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>從 {start} 到 {end}</translation>
    </message>
    <message>
        <source>in proportion</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>inside the prices</source>
        <translation>內含於價格</translation>
    </message>
    <message>
        <source>keep the prices of their entry</source>
        <translation>維持進場時的價格</translation>
    </message>
    <message>
        <source>on top of the prices</source>
        <translation>外加於價格</translation>
    </message>
    <message>
        <source>one price once</source>
        <translation>一次一價</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>so long from the entry</source>
        <translation>從進場起一段時間</translation>
    </message>
    <message>
        <source>the best counts</source>
        <translation>只用最優惠的</translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation>最便宜的</translation>
    </message>
    <message>
        <source>the dearest</source>
        <translation>最貴的</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一個</translation>
    </message>
    <message>
        <source>the first minutes</source>
        <translation>最初的時間</translation>
    </message>
    <message>
        <source>the hour of the clock</source>
        <translation>時鐘的整點</translation>
    </message>
    <message>
        <source>the month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>the parking day</source>
        <translation>停車日</translation>
    </message>
    <message>
        <source>the stay</source>
        <translation>整次停車</translation>
    </message>
    <message>
        <source>the time after the booking</source>
        <translation>預約後的時間</translation>
    </message>
    <message>
        <source>the week</source>
        <translation>每週</translation>
    </message>
    <message>
        <source>the whole stay less the prepaid</source>
        <translation>整段停車扣除預付</translation>
    </message>
    <message>
        <source>to the nearest</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>total up to here</source>
        <translation>累計總價</translation>
    </message>
    <message>
        <source>up</source>
        <translation>無條件進位</translation>
    </message>
    <message>
        <source>up to {length}: {price} in all</source>
        <translation>到 {length}：總共 {price}</translation>
    </message>
    <message>
        <source>what so much time costs</source>
        <translation>該段時間的費用</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{first}, then {second}, then {third}</source>
        <translation>先{first}，再{second}，後{third}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小時</translation>
    </message>
    <message>
        <source>{length} of the same day, {end} included.</source>
        <translation>同一天的 {length}，含 {end}。</translation>
    </message>
    <message>
        <source>{length} of the same day; {end} itself is not part of it.</source>
        <translation>同一天的 {length}；不含 {end} 本身。</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{text} is no country. Write two letters such as TW, or with its part, DE-BY.</source>
        <translation>{text}不是國家代碼。請寫兩個字母如 TW，或加上地區如 DE-BY。</translation>
    </message>
    <message>
        <source>{text} is no date. Write year, month and day: 2026-12-24.</source>
        <translation>{text}不是日期。請寫年月日：2026-12-24。</translation>
    </message>
    <message>
        <source>{text} is no day of the year. Write month and day: 12-24.</source>
        <translation>{text}不是月日。請寫月與日：12-24。</translation>
    </message>
    <message>
        <source>{text} is no figure. Write figures such as 2 or 0.5.</source>
        <translation>{text}不是數字。請寫如 2 或 0.5 的數字。</translation>
    </message>
    <message>
        <source>{text} is no length of time. Write 30 min, 1 h 30 min or 7 days.</source>
        <translation>{text}不是時間長度。請寫 30 分、1 小時 30 分或 7 天。</translation>
    </message>
    <message>
        <source>{text} is no price. Write figures such as 40, 2.50 or 0.035.</source>
        <translation>{text}不是價格。請寫如 40、2.50 或 0.035 的數字。</translation>
    </message>
    <message>
        <source>{text} is no time of day. Write 00:00 to 24:00.</source>
        <translation>{text}不是時刻。請寫 00:00 到 24:00。</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
    </message>
</context>
<context>
    <name>RatePlan</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>A parking day begins</source>
        <translation>停車日的起點</translation>
    </message>
    <message>
        <source>A stay of exactly so many units</source>
        <translation>停車時間恰為整數單位時</translation>
    </message>
    <message>
        <source>Cars inside when the plan begins</source>
        <translation>方案生效時場內的車</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>Every stay</source>
        <translation>所有停車</translation>
    </message>
    <message>
        <source>Free time of merchants</source>
        <translation>商家的免費時間</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Longer than booked</source>
        <translation>超過預約時間</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Of several rates</source>
        <translation>多項費率中</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>進位</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒數</translation>
    </message>
    <message>
        <source>Several discounts</source>
        <translation>多項折扣</translation>
    </message>
    <message>
        <source>Several visits on a day</source>
        <translation>同一天多次進出</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>Tax inside the prices</source>
        <translation>價格內含稅</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Vehicle classes</source>
        <translation>車種</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>added up and priced together</source>
        <translation>合計後一併計價</translation>
    </message>
    <message>
        <source>all count, in this order: {order}</source>
        <translation>全部適用，順序為：{order}</translation>
    </message>
    <message>
        <source>alone where it applies</source>
        <translation>適用時只用此費率</translation>
    </message>
    <message>
        <source>amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>anew each day</source>
        <translation>每日重新起算</translation>
    </message>
    <message>
        <source>anew each hour of the clock</source>
        <translation>每個整點重新起算</translation>
    </message>
    <message>
        <source>anew each month</source>
        <translation>每月重新起算</translation>
    </message>
    <message>
        <source>anew each time</source>
        <translation>每次時段重新起算</translation>
    </message>
    <message>
        <source>anew each week</source>
        <translation>每週重新起算</translation>
    </message>
    <message>
        <source>anew every {length}</source>
        <translation>每 {length} 重新起算</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任何時間</translation>
    </message>
    <message>
        <source>at least {amount} {period}</source>
        <translation>{period}至少 {amount}</translation>
    </message>
    <message>
        <source>at most {amount} {period}</source>
        <translation>{period}最高 {amount}</translation>
    </message>
    <message>
        <source>at other times</source>
        <translation>其他時段</translation>
    </message>
    <message>
        <source>before limits</source>
        <translation>在限額之前</translation>
    </message>
    <message>
        <source>begins the next unit</source>
        <translation>進入下一個單位</translation>
    </message>
    <message>
        <source>bicycles</source>
        <translation>自行車</translation>
    </message>
    <message>
        <source>cars</source>
        <translation>小型車</translation>
    </message>
    <message>
        <source>change to it from then on</source>
        <translation>自生效起改用新價</translation>
    </message>
    <message>
        <source>coaches</source>
        <translation>大客車</translation>
    </message>
    <message>
        <source>costs just these units</source>
        <translation>只計這些單位</translation>
    </message>
    <message>
        <source>count</source>
        <translation>計入</translation>
    </message>
    <message>
        <source>counted on the clock from the beginning</source>
        <translation>自開始起按實際時間累計</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>dates listed: {count}</source>
        <translation>列出的日期：{count}</translation>
    </message>
    <message>
        <source>days before holidays</source>
        <translation>假日前一日</translation>
    </message>
    <message>
        <source>disabled drivers</source>
        <translation>身心障礙者</translation>
    </message>
    <message>
        <source>down to the last {amount}</source>
        <translation>捨去至 {amount}</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>不計</translation>
    </message>
    <message>
        <source>each for itself</source>
        <translation>各自計算</translation>
    </message>
    <message>
        <source>each for itself, but limits count them together</source>
        <translation>各自計算，但限額合併計算</translation>
    </message>
    <message>
        <source>each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>each year {dates}</source>
        <translation>每年 {dates}</translation>
    </message>
    <message>
        <source>entry {window}</source>
        <translation>{window} 進場</translation>
    </message>
    <message>
        <source>exit on the next day</source>
        <translation>隔日出場</translation>
    </message>
    <message>
        <source>exit on the same day</source>
        <translation>當日出場</translation>
    </message>
    <message>
        <source>exit {least} to {most} days later</source>
        <translation>{least} 至 {most} 天後出場</translation>
    </message>
    <message>
        <source>exit {window}</source>
        <translation>{window} 出場</translation>
    </message>
    <message>
        <source>first hour</source>
        <translation>第一小時</translation>
    </message>
    <message>
        <source>first {length}</source>
        <translation>前 {length}</translation>
    </message>
    <message>
        <source>first {length} {said}</source>
        <translation>前 {length} {said}</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>共 {length}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>free up to {length}</source>
        <translation>{length} 內免費</translation>
    </message>
    <message>
        <source>from the {first}. period on</source>
        <translation>自第 {first} 期起</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>in {length}</source>
        <translation>每 {length} </translation>
    </message>
    <message>
        <source>keep the price they came in with</source>
        <translation>維持進場時的價格</translation>
    </message>
    <message>
        <source>longer {amount}</source>
        <translation>超過 {amount}</translation>
    </message>
    <message>
        <source>lorries</source>
        <translation>貨車</translation>
    </message>
    <message>
        <source>lost ticket</source>
        <translation>遺失票卡</translation>
    </message>
    <message>
        <source>members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>motorcycles</source>
        <translation>機車</translation>
    </message>
    <message>
        <source>next hour</source>
        <translation>接下來一小時</translation>
    </message>
    <message>
        <source>next {length}</source>
        <translation>接下來 {length}</translation>
    </message>
    <message>
        <source>next {length} {said}</source>
        <translation>接下來 {length} {said}</translation>
    </message>
    <message>
        <source>no free minutes yet</source>
        <translation>尚無免費時間</translation>
    </message>
    <message>
        <source>no limit yet</source>
        <translation>尚無限額</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不顯示</translation>
    </message>
    <message>
        <source>of what is left after validations</source>
        <translation>以折抵後的餘額計</translation>
    </message>
    <message>
        <source>once per stay</source>
        <translation>每次停車一次</translation>
    </message>
    <message>
        <source>once {period} for each vehicle</source>
        <translation>每車{period}一次</translation>
    </message>
    <message>
        <source>only the best counts</source>
        <translation>只採最優惠者</translation>
    </message>
    <message>
        <source>only the {first}. period</source>
        <translation>僅第 {first} 期</translation>
    </message>
    <message>
        <source>pays from the booking's end</source>
        <translation>自預約結束起計價</translation>
    </message>
    <message>
        <source>pays the whole stay less what was prepaid</source>
        <translation>計整段停車，扣除預付</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>per hour of the clock</source>
        <translation>每個整點小時</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>per stay</source>
        <translation>每次停車</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>每週</translation>
    </message>
    <message>
        <source>periods that begin on {days}</source>
        <translation>始於 {days} 的期間</translation>
    </message>
    <message>
        <source>periods {first} to {last}</source>
        <translation>第 {first} 至 {last} 期</translation>
    </message>
    <message>
        <source>stay over {length}</source>
        <translation>停車超過 {length}</translation>
    </message>
    <message>
        <source>stay up to {length}</source>
        <translation>停車不超過 {length}</translation>
    </message>
    <message>
        <source>the cheapest that applies</source>
        <translation>適用中最便宜者</translation>
    </message>
    <message>
        <source>the clock goes on from the earlier ones</source>
        <translation>接續先前的時間計算</translation>
    </message>
    <message>
        <source>the clock starts so much later</source>
        <translation>延後起算這段時間</translation>
    </message>
    <message>
        <source>the dearest that applies</source>
        <translation>適用中最貴者</translation>
    </message>
    <message>
        <source>the first that applies</source>
        <translation>第一個適用者</translation>
    </message>
    <message>
        <source>the first {length} are free</source>
        <translation>前 {length} 免費</translation>
    </message>
    <message>
        <source>the first {length} that would cost something are free</source>
        <translation>計費時間的前 {length} 免費</translation>
    </message>
    <message>
        <source>the last {count} steps again and again</source>
        <translation>最後 {count} 級反覆適用</translation>
    </message>
    <message>
        <source>the whole stay {window}</source>
        <translation>整段停車在 {window}</translation>
    </message>
    <message>
        <source>then {amount} once</source>
        <translation>之後 {amount} 一次</translation>
    </message>
    <message>
        <source>then {said}</source>
        <translation>之後{said}</translation>
    </message>
    <message>
        <source>ticket not lost</source>
        <translation>票卡未遺失</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>times {factor}</source>
        <translation>乘以 {factor}</translation>
    </message>
    <message>
        <source>to the nearest {amount}, halves up</source>
        <translation>四捨五入至 {amount}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>up to the next {amount}</source>
        <translation>進位至 {amount}</translation>
    </message>
    <message>
        <source>up to {length} {amount}</source>
        <translation>{length} 以內 {amount}</translation>
    </message>
    <message>
        <source>vans</source>
        <translation>廂型車</translation>
    </message>
    <message>
        <source>worth what that length costs from the start</source>
        <translation>折抵從頭起算該時間的費用</translation>
    </message>
    <message>
        <source>{amount} each full {unit}</source>
        <translation>每滿 {unit} {amount}</translation>
    </message>
    <message>
        <source>{amount} each started {unit}</source>
        <translation>每 {unit} {amount}（未滿照計）</translation>
    </message>
    <message>
        <source>{amount} in all</source>
        <translation>總計 {amount}</translation>
    </message>
    <message>
        <source>{amount} per {per}, charged by the {unit}</source>
        <translation>每 {per} {amount}，按{unit}計</translation>
    </message>
    <message>
        <source>{amount} per {quantity}</source>
        <translation>每 {quantity} {amount}</translation>
    </message>
    <message>
        <source>{amount} {period}</source>
        <translation>{period} {amount}</translation>
    </message>
    <message>
        <source>{before}, {clause}</source>
        <translation>{before}，{clause}</translation>
    </message>
    <message>
        <source>{charges}: {limits}</source>
        <translation>{charges}：{limits}</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小時</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}：{said}</translation>
    </message>
    <message>
        <source>{name}: {said} on top</source>
        <translation>{name}：另加{said}</translation>
    </message>
    <message>
        <source>{percent} % less</source>
        <translation>減 {percent} %</translation>
    </message>
    <message>
        <source>{percent} % more</source>
        <translation>加 {percent} %</translation>
    </message>
    <message>
        <source>{percent} on top of the prices</source>
        <translation>價格外加 {percent}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{sentence} ({whom})</source>
        <translation>{sentence}（{whom}）</translation>
    </message>
    <message>
        <source>{span} {amount}</source>
        <translation>{span} {amount}</translation>
    </message>
    <message>
        <source>{times} inclusive</source>
        <translation>{times}（含）</translation>
    </message>
    <message>
        <source>{when}: {ladder}</source>
        <translation>{when}：{ladder}</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source> → </source>
        <translation> → </translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全日</translation>
    </message>
    <message>
        <source>By day of entry</source>
        <translation>依進場日</translation>
    </message>
    <message>
        <source>By vehicle class</source>
        <translation>依車種</translation>
    </message>
    <message>
        <source>Could say more</source>
        <translation>可以說得更完整</translation>
    </message>
    <message>
        <source>Day maximum</source>
        <translation>當日上限</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Discount or multiple: {name}</source>
        <translation>折扣或加倍：{name}</translation>
    </message>
    <message>
        <source>Free minutes</source>
        <translation>免費時間</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限額</translation>
    </message>
    <message>
        <source>Limit: {name}</source>
        <translation>限額：{name}</translation>
    </message>
    <message>
        <source>Look whether you mean this</source>
        <translation>請確認這是您的意思</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Must be mended before it can hold</source>
        <translation>生效前必須修正</translation>
    </message>
    <message>
        <source>Nameless plan</source>
        <translation>未命名的方案</translation>
    </message>
    <message>
        <source>Nameless rate</source>
        <translation>未命名的費率</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜間</translation>
    </message>
    <message>
        <source>No stay ended in this time.</source>
        <translation>這段期間沒有結束的停車。</translation>
    </message>
    <message>
        <source>Order of the limits</source>
        <translation>限額的順序</translation>
    </message>
    <message>
        <source>Order of the prices</source>
        <translation>價格的順序</translation>
    </message>
    <message>
        <source>Order of the rates</source>
        <translation>費率的順序</translation>
    </message>
    <message>
        <source>Other times</source>
        <translation>其他時段</translation>
    </message>
    <message>
        <source>Stays that become cheaper: {count}</source>
        <translation>變便宜的停車：{count}</translation>
    </message>
    <message>
        <source>Stays that become dearer: {count}</source>
        <translation>變貴的停車：{count}</translation>
    </message>
    <message>
        <source>Stays that change most</source>
        <translation>變動最大的停車</translation>
    </message>
    <message>
        <source>Surcharge</source>
        <translation>附加費</translation>
    </message>
    <message>
        <source>Surcharge: {name}</source>
        <translation>附加費：{name}</translation>
    </message>
    <message>
        <source>The whole plan</source>
        <translation>整個方案</translation>
    </message>
    <message>
        <source>With every rate</source>
        <translation>適用所有費率</translation>
    </message>
    <message>
        <source>ended early, so not all of them</source>
        <translation>提前結束，並非全部</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>left without paying and not counted: {count}</source>
        <translation>未付款離場、不計入：{count}</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>無價格</translation>
    </message>
    <message>
        <source>other dates</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>stays: {count}</source>
        <translation>停車次數：{count}</translation>
    </message>
    <message>
        <source>the cheapest rate that applies</source>
        <translation>適用費率中最便宜者</translation>
    </message>
    <message>
        <source>the dearest rate that applies</source>
        <translation>適用費率中最貴者</translation>
    </message>
    <message>
        <source>the first rate that applies</source>
        <translation>第一個適用的費率</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, no rule takes this time: an hour from here {amount}</source>
        <translation>{day} {start}–{end}，沒有規則涵蓋此時段：自此一小時 {amount}</translation>
    </message>
    <message>
        <source>{day} {start}–{end}, {rule}: an hour from here {amount}</source>
        <translation>{day} {start}–{end}，{rule}：自此一小時 {amount}</translation>
    </message>
    <message>
        <source>{entry}, {length}: {amount}</source>
        <translation>{entry}，{length}：{amount}</translation>
    </message>
    <message>
        <source>{name}: {sums}</source>
        <translation>{name}：{sums}</translation>
    </message>
    <message>
        <source>{plate}, in {entry}, {length}: {before} → {after}</source>
        <translation>{plate}，{entry} 進場，{length}：{before} → {after}</translation>
    </message>
    <message>
        <source>{rate} › {charge}</source>
        <translation>{rate} › {charge}</translation>
    </message>
    <message>
        <source>{reason} Stays: {count}</source>
        <translation>{reason}停車次數：{count}</translation>
    </message>
    <message>
        <source>{sentence} (details differ)</source>
        <translation>{sentence}（細節不同）</translation>
    </message>
    <message>
        <source>{sums} ({percent} %)</source>
        <translation>{sums}（{percent} %）</translation>
    </message>
    <message>
        <source>× withdrawn</source>
        <translation>× 已撤回</translation>
    </message>
    <message>
        <source>– over</source>
        <translation>– 已結束</translation>
    </message>
    <message>
        <source>○ to come</source>
        <translation>○ 即將生效</translation>
    </message>
    <message>
        <source>● in force</source>
        <translation>● 現行</translation>
    </message>
</context>
<context>
    <name>RatesScreen</name>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Begin with …</source>
        <translation>以範例開始 …</translation>
    </message>
    <message>
        <source>Choose the file of a plan</source>
        <translation>選擇方案檔案</translation>
    </message>
    <message>
        <source>Draft: changed, not published.</source>
        <translation>草稿：已修改，尚未發布。</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>捨棄草稿</translation>
    </message>
    <message>
        <source>In force: version {version} since {time}</source>
        <translation>現行：第 {version} 版，自 {time} 起</translation>
    </message>
    <message>
        <source>Mend the field first: {problem}</source>
        <translation>請先修正欄位：{problem}</translation>
    </message>
    <message>
        <source>No plan is in force yet.</source>
        <translation>尚無現行方案。</translation>
    </message>
    <message>
        <source>Only a landlord changes it.</source>
        <translation>只有業主可以修改。</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>發布 …</translation>
    </message>
    <message>
        <source>Put in your prices. Ctrl+Z brings back what was there.</source>
        <translation>請填入您的價格。按 Ctrl+Z 可回到原本內容。</translation>
    </message>
    <message>
        <source>Rate plans (*.toml *.json)</source>
        <translation>費率方案 (*.toml *.json)</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Save as file …</source>
        <translation>存成檔案 …</translation>
    </message>
    <message>
        <source>Save the plan as a file</source>
        <translation>將方案存成檔案</translation>
    </message>
    <message>
        <source>The plan is being read …</source>
        <translation>正在讀取方案 …</translation>
    </message>
    <message>
        <source>The plan was written to {file}.</source>
        <translation>方案已寫入 {file}。</translation>
    </message>
    <message>
        <source>The rules are those in force again. Ctrl+Z brings yours back.</source>
        <translation>規則已回到現行內容。按 Ctrl+Z 可找回您的版本。</translation>
    </message>
    <message>
        <source>These are the rules of version {version} now; Ctrl+Z brings yours back.</source>
        <translation>目前是第 {version} 版的規則；按 Ctrl+Z 可找回您的版本。</translation>
    </message>
    <message>
        <source>Version {version} from {time}</source>
        <translation>第 {version} 版自 {time} 起</translation>
    </message>
    <message>
        <source>Version {version} was taken back.</source>
        <translation>第 {version} 版已撤回。</translation>
    </message>
    <message>
        <source>✓ Proposed to the hub; it holds as soon as the hub has agreed.</source>
        <translation>✓ 已向中樞提出；中樞同意後即生效。</translation>
    </message>
    <message>
        <source>✓ Version {version} is published and holds from now on.</source>
        <translation>✓ 第 {version} 版已發布，即刻生效。</translation>
    </message>
    <message>
        <source>✓ Version {version} is published and holds from {time}.</source>
        <translation>✓ 第 {version} 版已發布，自 {time} 起生效。</translation>
    </message>
</context>
<context>
    <name>ReadingScreen</name>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>需詢問</translation>
    </message>
    <message>
        <source>Choose a longer time, or come back when cars have been at the lanes.</source>
        <translation>請選擇較長的期間，或等車輛經過車道後再來查看。</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>How plates are read</source>
        <translation>車牌辨識情形</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>No plate</source>
        <translation>未見車牌</translation>
    </message>
    <message>
        <source>No vehicle was seen in this time.</source>
        <translation>這段時間內沒有看到車輛。</translation>
    </message>
    <message>
        <source>Read alone</source>
        <translation>自行辨識</translation>
    </message>
    <message>
        <source>Time looked at</source>
        <translation>查看的期間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <translation>車輛數</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>A digit chooses the reason, Enter does it.</source>
        <translation>以數字選擇原因，按 Enter 執行。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>RefundPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep it …</source>
        <translation>不退還…</translation>
    </message>
    <message>
        <source>Pay it back out of this drawer</source>
        <translation>從這個錢櫃退還</translation>
    </message>
    <message>
        <source>a car without a plate</source>
        <translation>無車牌的車</translation>
    </message>
    <message>
        <source>{amount} handed out</source>
        <translation>已交付 {amount}</translation>
    </message>
    <message>
        <source>{amount} is due back to {plate}.</source>
        <translation>應退還 {plate} {amount}。</translation>
    </message>
</context>
<context>
    <name>RefundQuestions</name>
    <message>
        <source>It is settled then: nobody pays it back any more.</source>
        <translation>之後即結案：不會再有人退還這筆款項。</translation>
    </message>
    <message>
        <source>Keep {amount}</source>
        <translation>不退還 {amount}</translation>
    </message>
    <message>
        <source>Why is {amount} kept?</source>
        <translation>為什麼不退還 {amount}？</translation>
    </message>
</context>
<context>
    <name>RefundsPage</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Drivers wait for: {count}</source>
        <translation>待退款：{count} 筆</translation>
    </message>
    <message>
        <source>It can be tried again then.</source>
        <translation>之後可以再試一次。</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>沒有退成</translation>
    </message>
    <message>
        <source>It did not …</source>
        <translation>沒有退成…</translation>
    </message>
    <message>
        <source>It went back</source>
        <translation>已退成</translation>
    </message>
    <message>
        <source>It went back …</source>
        <translation>已退成…</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>No driver waits for money.</source>
        <translation>沒有待退的款項。</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>前往櫃台</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>What is due back appears here.</source>
        <translation>應退的款項會列在這裡。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{amount} did not go back. How is it known?</source>
        <translation>{amount} 沒有退成。如何得知？</translation>
    </message>
    <message>
        <source>{amount} to {plate}</source>
        <translation>退 {amount} 給 {plate}</translation>
    </message>
    <message>
        <source>{amount} went back. How is it known?</source>
        <translation>{amount} 已退成。如何得知？</translation>
    </message>
</context>
<context>
    <name>RehearsalPage</name>
    <message>
        <source>End it</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Prices past stays by this plan, against what was taken for them. Nothing is changed.</source>
        <translation>以此方案重算過去的停車，與當時實收比較。不會更動任何資料。</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>預演</translation>
    </message>
    <message>
        <source>Stays that ended in</source>
        <translation>停車結束於</translation>
    </message>
    <message>
        <source>What the rehearsal came to</source>
        <translation>預演的結果</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>the last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>the last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>{done} of {count} stays …</source>
        <translation>停車 {done} / {count} …</translation>
    </message>
</context>
<context>
    <name>ReliefPage</name>
    <message>
        <source>Not me after all</source>
        <translation>不是我</translation>
    </message>
    <message>
        <source>Only sign on</source>
        <translation>只登入</translation>
    </message>
    <message>
        <source>Relieve {name}</source>
        <translation>接替 {name}</translation>
    </message>
    <message>
        <source>Take the drawer back</source>
        <translation>收回錢箱</translation>
    </message>
    <message>
        <source>The relief of {name} ends, its own totals are sealed; your shift goes on.</source>
        <translation>{name} 的代班結束，其金額另行封存；您的班別繼續。</translation>
    </message>
    <message>
        <source>The shift of {name} is open on this drawer since {time}.</source>
        <translation>{name} 的班別自 {time} 起在這個錢箱進行中。</translation>
    </message>
    <message>
        <source>You take money under totals of your own; the shift of {name} pauses.</source>
        <translation>您收的錢另計；{name} 的班別暫停。</translation>
    </message>
    <message>
        <source>You take no money; the shift stays as it is.</source>
        <translation>您不收錢；班別維持不變。</translation>
    </message>
    <message>
        <source>{name} has relieved you since {time}.</source>
        <translation>{name} 自 {time} 起接替您。</translation>
    </message>
</context>
<context>
    <name>RemovePanel</name>
    <message>
        <source>A lane cannot be without its {device}. The whole lane is taken off: its pictures, its gate and its display are no longer driven from here. The lot keeps the lane.</source>
        <translation>車道不能沒有{device}。將移除整個車道：其畫面、柵欄與顯示器不再由此控制。停車場仍保留該車道。</translation>
    </message>
    <message>
        <source>It is no longer used. One key on the devices page brings it back.</source>
        <translation>將不再使用。在裝置頁按一個鍵即可復原。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take it off all the same</source>
        <translation>仍要移除</translation>
    </message>
    <message>
        <source>Take off: {place} · {device}?</source>
        <translation>移除：{place} · {device}？</translation>
    </message>
    <message>
        <source>Take the lane {lane} off this console?</source>
        <translation>從本主控台移除車道 {lane}？</translation>
    </message>
</context>
<context>
    <name>RenamePanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>重新命名 {name}</translation>
    </message>
    <message>
        <source>The new name holds on all consoles of the lot and on receipts. What was recorded stays.</source>
        <translation>新名稱會套用到本場所有主控台與收據；已記錄的內容不變。</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>名稱是什麼？</translation>
    </message>
</context>
<context>
    <name>ReturnQuestions</name>
    <message>
        <source>Take it back</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Why is receipt {number} of {plate} taken back?</source>
        <translation>為什麼作廢 {plate} 的收據 {number}？</translation>
    </message>
    <message>
        <source>{amount} go back to the driver, and the right to leave ends. A second person approves it.</source>
        <translation>{amount} 退還駕駛，離場權利終止。需第二人核准。</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>May do everything.</source>
        <translation>可以做所有事。</translation>
    </message>
    <message>
        <source>May: {rights}.</source>
        <translation>可以：{rights}。</translation>
    </message>
    <message>
        <source>a wrong PIN</source>
        <translation>PIN 錯誤</translation>
    </message>
    <message>
        <source>a wrong name or password</source>
        <translation>姓名或密碼錯誤</translation>
    </message>
    <message>
        <source>an unknown badge</source>
        <translation>不明的識別卡</translation>
    </message>
    <message>
        <source>approve refunds</source>
        <translation>核准退款</translation>
    </message>
    <message>
        <source>ask for refunds</source>
        <translation>申請退款</translation>
    </message>
    <message>
        <source>at the screen</source>
        <translation>畫面操作</translation>
    </message>
    <message>
        <source>change devices</source>
        <translation>修改設備</translation>
    </message>
    <message>
        <source>change payment accounts</source>
        <translation>修改收款帳戶</translation>
    </message>
    <message>
        <source>change the lot</source>
        <translation>修改停車場設定</translation>
    </message>
    <message>
        <source>charge nothing</source>
        <translation>免收費用</translation>
    </message>
    <message>
        <source>check the records</source>
        <translation>核對紀錄</translation>
    </message>
    <message>
        <source>close other people's shifts</source>
        <translation>結束他人的班</translation>
    </message>
    <message>
        <source>confirm high fees</source>
        <translation>確認高額費用</translation>
    </message>
    <message>
        <source>correct entry times</source>
        <translation>更正進場時間</translation>
    </message>
    <message>
        <source>correct plates</source>
        <translation>更正車牌</translation>
    </message>
    <message>
        <source>describe stays</source>
        <translation>註記停車</translation>
    </message>
    <message>
        <source>enter what was written on paper</source>
        <translation>補登紙本紀錄</translation>
    </message>
    <message>
        <source>find cars</source>
        <translation>找車</translation>
    </message>
    <message>
        <source>hold gates open</source>
        <translation>保持柵欄開啟</translation>
    </message>
    <message>
        <source>keep clients' accounts</source>
        <translation>管理客戶帳戶</translation>
    </message>
    <message>
        <source>keep consoles</source>
        <translation>管理主控台</translation>
    </message>
    <message>
        <source>keep merchants</source>
        <translation>管理特約商店</translation>
    </message>
    <message>
        <source>keep people</source>
        <translation>管理人員</translation>
    </message>
    <message>
        <source>let a car go against an IOU</source>
        <translation>憑欠條放行</translation>
    </message>
    <message>
        <source>let cars in</source>
        <translation>放行進場</translation>
    </message>
    <message>
        <source>let cars out</source>
        <translation>放行出場</translation>
    </message>
    <message>
        <source>open gates by hand</source>
        <translation>手動開柵欄</translation>
    </message>
    <message>
        <source>print receipts</source>
        <translation>列印收據</translation>
    </message>
    <message>
        <source>purge personal data</source>
        <translation>清除個人資料</translation>
    </message>
    <message>
        <source>run a shift</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>see devices</source>
        <translation>查看設備</translation>
    </message>
    <message>
        <source>see reports</source>
        <translation>查看報表</translation>
    </message>
    <message>
        <source>see totals</source>
        <translation>查看總額</translation>
    </message>
    <message>
        <source>see who did what</source>
        <translation>查看操作紀錄</translation>
    </message>
    <message>
        <source>see who is inside</source>
        <translation>查看場內車輛</translation>
    </message>
    <message>
        <source>set rates</source>
        <translation>設定費率</translation>
    </message>
    <message>
        <source>settle the clock</source>
        <translation>確認時鐘</translation>
    </message>
    <message>
        <source>settle what is unclear</source>
        <translation>處理不明狀況</translation>
    </message>
    <message>
        <source>sign on</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>take cards and platforms</source>
        <translation>收刷卡與行動支付</translation>
    </message>
    <message>
        <source>take cash</source>
        <translation>收現金</translation>
    </message>
    <message>
        <source>take in lists of cars</source>
        <translation>匯入車輛清單</translation>
    </message>
    <message>
        <source>take validations</source>
        <translation>受理折抵</translation>
    </message>
    <message>
        <source>write off</source>
        <translation>銷帳</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>值班人員</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>用戶</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>自助機</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>業主</translation>
    </message>
    <message>
        <source>Lotkeeper itself</source>
        <translation>Lotkeeper 系統</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
</context>
<context>
    <name>RuleModel</name>
    <message>
        <source>the check has a remark</source>
        <translation>檢查有提醒</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>&amp;Discount or multiple</source>
        <translation>折扣或加倍(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Free minutes</source>
        <translation>免費時間(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Highest or lowest amount</source>
        <translation>上限或下限金額(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Price for some hours</source>
        <translation>時段價格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rate: a price list of its own</source>
        <translation>費率：獨立的價目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Surcharge</source>
        <translation>附加費(&amp;S)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Rules of the plan</source>
        <translation>方案的規則</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>RunningPanel</name>
    <message>
        <source>Count and close</source>
        <translation>清點並結班</translation>
    </message>
    <message>
        <source>Drop cash into the safe</source>
        <translation>現金繳入保險箱</translation>
    </message>
    <message>
        <source>Hand the drawer back</source>
        <translation>交還錢箱</translation>
    </message>
    <message>
        <source>How the shift stands</source>
        <translation>目前班別狀況</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>打開錢箱</translation>
    </message>
    <message>
        <source>Pay something out</source>
        <translation>支出現金</translation>
    </message>
    <message>
        <source>Put cash in</source>
        <translation>放入現金</translation>
    </message>
    <message>
        <source>Relieve {name}</source>
        <translation>接替 {name}</translation>
    </message>
    <message>
        <source>Someone else's shift: closing it needs a supervisor.</source>
        <translation>這是他人的班別：須由主管結班。</translation>
    </message>
    <message>
        <source>Take the drawer back</source>
        <translation>收回錢箱</translation>
    </message>
    <message>
        <source>What must lie in the drawer is told once it was counted.</source>
        <translation>清點之後才會顯示應有金額。</translation>
    </message>
    <message>
        <source>cash taken</source>
        <translation>已收現金</translation>
    </message>
    <message>
        <source>float at the beginning</source>
        <translation>開班備用金</translation>
    </message>
    <message>
        <source>payments in cash</source>
        <translation>筆現金付款</translation>
    </message>
    <message>
        <source>{name} has had this drawer since {time}.</source>
        <translation>{name} 自 {time} 起使用此錢櫃。</translation>
    </message>
    <message>
        <source>{name} has relieved {main} on this drawer since {time}.</source>
        <translation>{name} 自 {time} 起在這個錢箱接替 {main}。</translation>
    </message>
</context>
<context>
    <name>SalesPage</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>不限日期</translation>
    </message>
    <message>
        <source>Articles that are sold (F12, 9 at the desk) and debts that are collected stand here.</source>
        <translation>售出的商品（櫃台按 F12、9）與收回的欠款列在這裡。</translation>
    </message>
    <message>
        <source>By</source>
        <translation>經手人</translation>
    </message>
    <message>
        <source>Came in: {amount}</source>
        <translation>收入：{amount}</translation>
    </message>
    <message>
        <source>Debt of {plate}</source>
        <translation>{plate} 的欠款</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Last 31 days</source>
        <translation>最近 31 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Nothing was sold.</source>
        <translation>沒有銷售紀錄。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款時間</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Receipt again (copy)</source>
        <translation>補印收據（副本）</translation>
    </message>
    <message>
        <source>Receipt number, article or plate</source>
        <translation>收據號碼、商品或車牌</translation>
    </message>
    <message>
        <source>Receipt {number} · {amount}</source>
        <translation>收據 {number} · {amount}</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Sales: {count}</source>
        <translation>銷售：{count} 筆</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>昨天起</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些日子</translation>
    </message>
    <message>
        <source>{given} given, {change} change</source>
        <translation>收 {given}，找 {change}</translation>
    </message>
    <message>
        <source>{time}, taken by {name}</source>
        <translation>{time}，{name} 收款</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Audit</source>
        <translation>稽核</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>主控台</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>櫃台</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>場內</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>辨識</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班別</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>A search only asks who is there: it changes nothing and moves nothing. On the network it looks at this computer's own private addresses.</source>
        <translation>搜尋只詢問有哪些裝置，不會變更或移動任何東西。在網路上只查看本電腦所在的私有位址。</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>新增裝置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose a search, or fill it in by hand.</source>
        <translation>請選擇搜尋方式，或手動填寫。</translation>
    </message>
    <message>
        <source>Fill in by hand</source>
        <translation>手動填寫</translation>
    </message>
    <message>
        <source>Found: {count}. Choose one with the arrow keys.</source>
        <translation>找到 {count} 個。請用方向鍵選擇。</translation>
    </message>
    <message>
        <source>Lanes of the lot …</source>
        <translation>停車場的車道…</translation>
    </message>
    <message>
        <source>Nothing was found. Is it plugged in, and on this network? You can fill it in by hand.</source>
        <translation>沒有找到。是否已接上並在此網路上？也可以手動填寫。</translation>
    </message>
    <message>
        <source>Relay boards on this port</source>
        <translation>此埠上的繼電器板</translation>
    </message>
    <message>
        <source>Searching: {what} …</source>
        <translation>搜尋中：{what}…</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止搜尋</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>選用此項</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>Without a search:</source>
        <translation>不搜尋：</translation>
    </message>
    <message>
        <source>{name} (instead of the one there)</source>
        <translation>{name}（取代現有的）</translation>
    </message>
    <message>
        <source>{place} · {device}</source>
        <translation>{place} · {device}</translation>
    </message>
</context>
<context>
    <name>SeasonField</name>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>結束日早於開始日。</translation>
    </message>
    <message>
        <source>{first} to {last}, both days included</source>
        <translation>{first} 到 {last}，含首尾兩日</translation>
    </message>
</context>
<context>
    <name>SeasonsField</name>
    <message>
        <source>Add dates</source>
        <translation>新增日期</translation>
    </message>
    <message>
        <source>Remove dates</source>
        <translation>移除日期</translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Too many wrong tries. Try again in {minutes} min.</source>
        <translation>錯誤次數過多。請於 {minutes} 分鐘後再試。</translation>
    </message>
    <message>
        <source>Too many wrong tries. Try again in {seconds} s.</source>
        <translation>錯誤次數過多。請於 {seconds} 秒後再試。</translation>
    </message>
    <message>
        <source>Try again now.</source>
        <translation>現在可以再試。</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；輸入即可替換</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>A country, TW, or with its part, DE-BY.</source>
        <translation>國家代碼如 TW，或加上地區如 DE-BY。</translation>
    </message>
    <message>
        <source>A rule speaks of {classes}: keep it here, or change the rule first.</source>
        <translation>有規則用到 {classes}：請保留，或先修改該規則。</translation>
    </message>
    <message>
        <source>A stay of exactly one unit</source>
        <translation>剛好停滿一個單位</translation>
    </message>
    <message>
        <source>A total cannot be finer than the smallest unit of the currency.</source>
        <translation>總額不能比貨幣的最小單位更細。</translation>
    </message>
    <message>
        <source>Behind commas: car, coach. A vehicle of another class gets no price.</source>
        <translation>以逗號分隔：car、coach。其他車種無法計價。</translation>
    </message>
    <message>
        <source>Cars inside when this plan begins</source>
        <translation>本費率生效時已在場內的車</translation>
    </message>
    <message>
        <source>Days and holidays</source>
        <translation>停車日與假日</translation>
    </message>
    <message>
        <source>Discounts of merchants</source>
        <translation>商家折抵</translation>
    </message>
    <message>
        <source>Earlier visits of the day</source>
        <translation>當日先前的停車</translation>
    </message>
    <message>
        <source>For what is charged or capped by the day.</source>
        <translation>用於按日計費或按日封頂。</translation>
    </message>
    <message>
        <source>Free time is worth</source>
        <translation>免費時間的價值</translation>
    </message>
    <message>
        <source>Further holidays</source>
        <translation>其他假日</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Name at least one class, such as car.</source>
        <translation>請至少寫一個車種，例如 car。</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>費率名稱</translation>
    </message>
    <message>
        <source>Of several on one stay</source>
        <translation>同一次停車有多項時</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>國定假日依據</translation>
    </message>
    <message>
        <source>Round the total to</source>
        <translation>總額進位單位</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>進位方式</translation>
    </message>
    <message>
        <source>Seconds of entry and exit</source>
        <translation>進出場的秒數</translation>
    </message>
    <message>
        <source>Shown on the receipt.</source>
        <translation>顯示在收據上。</translation>
    </message>
    <message>
        <source>Taken off in this order</source>
        <translation>折抵順序</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>稅率</translation>
    </message>
    <message>
        <source>The parking day begins at</source>
        <translation>停車日開始於</translation>
    </message>
    <message>
        <source>The smallest amount that the till takes, such as 0.05.</source>
        <translation>收銀的最小金額，例如 0.05。</translation>
    </message>
    <message>
        <source>The tax is</source>
        <translation>稅額計算</translation>
    </message>
    <message>
        <source>The total never falls below nothing.</source>
        <translation>總額不會低於零。</translation>
    </message>
    <message>
        <source>They count only where a rule names holidays or their eves.</source>
        <translation>只有在規則提到假日或假日前夕時才有作用。</translation>
    </message>
    <message>
        <source>Vehicle classes</source>
        <translation>車種</translation>
    </message>
    <message>
        <source>Where several rates apply, take</source>
        <translation>多個費率都適用時採用</translation>
    </message>
    <message>
        <source>Who stays beyond a booking pays</source>
        <translation>超過預約時間者支付</translation>
    </message>
    <message>
        <source>Write at most four decimals.</source>
        <translation>最多寫四位小數。</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Sections of the settings</source>
        <translation>設定分類</translation>
    </message>
</context>
<context>
    <name>SettleQuestions</name>
    <message>
        <source>It counts as paid with nothing, under your name. The slip says so.</source>
        <translation>以您的名義記為免費，收據上會註明。</translation>
    </message>
    <message>
        <source>It was towed</source>
        <translation>已拖吊</translation>
    </message>
    <message>
        <source>Its stay ends, its space is free, and what it owes stands under Payments, Debts.</source>
        <translation>停車結束、車位釋出，欠款列在「付款、欠款」。</translation>
    </message>
    <message>
        <source>Let it go on credit</source>
        <translation>記帳放行</translation>
    </message>
    <message>
        <source>Let it go without paying</source>
        <translation>免費放行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>The plate and its photo are kept with it. The slip is the driver's proof.</source>
        <translation>車牌與照片會一併保存。欠單交給駕駛作為憑證。</translation>
    </message>
    <message>
        <source>Why does {plate} not pay {amount}?</source>
        <translation>{plate} 為什麼不付 {amount}？</translation>
    </message>
    <message>
        <source>Why was {plate} towed? {amount} stay owed.</source>
        <translation>{plate} 為什麼拖吊？仍欠 {amount}。</translation>
    </message>
    <message>
        <source>a car without a plate</source>
        <translation>無車牌的車</translation>
    </message>
    <message>
        <source>{plate} pays {amount} later. Who promises it?</source>
        <translation>{plate} 之後再付 {amount}。承諾人是誰？</translation>
    </message>
</context>
<context>
    <name>SetupList</name>
    <message>
        <source>All items</source>
        <translation>所有項目</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Before the lot opens</source>
        <translation>開放之前</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>查看中…</translation>
    </message>
    <message>
        <source>Needed and missing: {count}.</source>
        <translation>尚缺必要項目 {count} 項。</translation>
    </message>
    <message>
        <source>Nothing that is needed is missing: the lot can open.</source>
        <translation>必要項目都已齊備：停車場可以開放。</translation>
    </message>
    <message>
        <source>Open the lot</source>
        <translation>開放停車場</translation>
    </message>
    <message>
        <source>Open to the public since {time}, said by {name}.</source>
        <translation>自 {time} 起對外開放，由 {name} 宣布。</translation>
    </message>
    <message>
        <source>Why it opens without what is missing</source>
        <translation>缺少項目仍開放的原因</translation>
    </message>
    <message>
        <source>Write down why it opens all the same, or see to what is missing.</source>
        <translation>請寫下仍要開放的原因，或補齊缺少的項目。</translation>
    </message>
    <message>
        <source>{done} of {all} are done.</source>
        <translation>已完成 {done}／{all}。</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>CA file</source>
        <translation>CA 檔案</translation>
    </message>
    <message>
        <source>Each may be left empty. Passwords are kept in this PC's key store, or in a file that only its user can read, and are never shown again.</source>
        <translation>每一項都可以留空。密碼保存在這台電腦的金鑰庫，或只有其使用者能讀的檔案中，之後不再顯示。</translation>
    </message>
    <message>
        <source>Hub of the lot</source>
        <translation>停車場的中樞</translation>
    </message>
    <message>
        <source>Internet is tried at</source>
        <translation>測試網際網路的位址</translation>
    </message>
    <message>
        <source>Nothing is set up here.</source>
        <translation>這裡尚未設定。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Place for photos</source>
        <translation>照片存放處</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Saving; what was shared before ends, and begins anew…</source>
        <translation>儲存中；原有的共享會結束並重新開始…</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>備份的第二處</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>共用資料庫</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>測試中…</translation>
    </message>
    <message>
        <source>✓ Saved, and in force.</source>
        <translation>✓ 已儲存並生效。</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Shift</source>
        <translation>班別</translation>
    </message>
</context>
<context>
    <name>ShiftSide</name>
    <message>
        <source>Paper book</source>
        <translation>紙本簿</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班別</translation>
    </message>
</context>
<context>
    <name>ShiftsPanel</name>
    <message>
        <source>Close this shift …</source>
        <translation>結束這個班別…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Each one that is closed stands here with its sealed slip.</source>
        <translation>每個結束的班別與其封存單據都列在這裡。</translation>
    </message>
    <message>
        <source>No shift yet.</source>
        <translation>還沒有班別。</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>列印副本</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班別</translation>
    </message>
    <message>
        <source>This shift is open; its slip comes with its close.</source>
        <translation>這個班別進行中；結束時才有單據。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未清點</translation>
    </message>
    <message>
        <source>open</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>open, {place}</source>
        <translation>進行中，{place}</translation>
    </message>
    <message>
        <source>{name}, relief</source>
        <translation>{name}，代班</translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Lanes at work: {count}</source>
        <translation>運作中的車道：{count}</translation>
    </message>
</context>
<context>
    <name>SignOnSection</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>An attendant's badge</source>
        <translation>票亭人員的識別卡</translation>
    </message>
    <message>
        <source>Everybody else always types their PIN or password as well.</source>
        <translation>其他人一律還要輸入 PIN 或密碼。</translation>
    </message>
    <message>
        <source>Lock without a touch after</source>
        <translation>無操作自動鎖定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Sign-on</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>The car in hand and what was typed are kept, and lanes go on. 0: never.</source>
        <translation>處理中的車輛與已輸入的內容會保留，車道照常運作。0：不鎖定。</translation>
    </message>
    <message>
        <source>What is changed here holds at once and at all consoles of the lot.</source>
        <translation>在此修改後，全場所有主控台立即生效。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不鎖定</translation>
    </message>
    <message>
        <source>signs on by itself</source>
        <translation>刷卡即可登入</translation>
    </message>
    <message>
        <source>signs on together with the PIN</source>
        <translation>刷卡並輸入 PIN 才登入</translation>
    </message>
    <message>
        <source>✓ Proposed to the hub; it holds as soon as the hub has agreed.</source>
        <translation>✓ 已向中樞提出；中樞同意後即生效。</translation>
    </message>
    <message>
        <source>✓ Saved.</source>
        <translation>✓ 已儲存。</translation>
    </message>
</context>
<context>
    <name>SlipPanel</name>
    <message>
        <source>It can be charged again then. What comes in after all is given back.</source>
        <translation>之後可再次請款。若款項其後入帳會退還。</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>簽單號碼</translation>
    </message>
    <message>
        <source>The car has its right to leave then.</source>
        <translation>此車即可離場。</translation>
    </message>
    <message>
        <source>{amount} was not paid. How is it known?</source>
        <translation>{amount} 未付款。如何得知？</translation>
    </message>
    <message>
        <source>{amount} was paid. How is it known?</source>
        <translation>{amount} 已付款。如何得知？</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>Amount of this share</source>
        <translation>這部分的金額</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Give it all back</source>
        <translation>全部退還</translation>
    </message>
    <message>
        <source>Still to pay: {amount}</source>
        <translation>尚需付：{amount}</translation>
    </message>
    <message>
        <source>This much in cash</source>
        <translation>此金額付現</translation>
    </message>
    <message>
        <source>by a platform</source>
        <translation>用支付平台</translation>
    </message>
    <message>
        <source>by card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>then {amount} is left</source>
        <translation>之後還剩 {amount}</translation>
    </message>
    <message>
        <source>{amount} in several ways</source>
        <translation>分多種方式付 {amount}</translation>
    </message>
</context>
<context>
    <name>SplitQuestions</name>
    <message>
        <source>{kept} It is paid in full.</source>
        <translation>{kept}已全部付清。</translation>
    </message>
    <message>
        <source>{kept} Still to pay: {amount}.</source>
        <translation>{kept}尚需付：{amount}。</translation>
    </message>
    <message>
        <source>{paid} of {given} kept.</source>
        <translation>收 {given}，入帳 {paid}。</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Ins adds someone.</source>
        <translation>按 Ins 新增人員。</translation>
    </message>
    <message>
        <source>May sign on</source>
        <translation>可登入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Nobody is on record.</source>
        <translation>尚無人員紀錄。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Signed on last</source>
        <translation>上次登入</translation>
    </message>
    <message>
        <source>Signs on with</source>
        <translation>登入方式</translation>
    </message>
    <message>
        <source>badge</source>
        <translation>識別卡</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>– no</source>
        <translation>– 否</translation>
    </message>
    <message>
        <source>▲ locked out</source>
        <translation>▲ 已鎖定</translation>
    </message>
    <message>
        <source>● yes</source>
        <translation>● 是</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A plan from a file …</source>
        <translation>從檔案載入方案 …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Begin with this plan</source>
        <translation>以此方案開始</translation>
    </message>
    <message>
        <source>Begin with …</source>
        <translation>以範例開始 …</translation>
    </message>
    <message>
        <source>Filter the samples</source>
        <translation>篩選範例</translation>
    </message>
    <message>
        <source>Plans as real signs say them. The rules are taken over into your currency and time zone; the amounts are another town's: put in yours. Nothing holds before you publish it.</source>
        <translation>來自真實告示牌的方案。規則會套用您的幣別與時區；金額是別處的，請換成您的。發布之前不會生效。</translation>
    </message>
    <message>
        <source>Rules of the sample</source>
        <translation>範例的規則</translation>
    </message>
    <message>
        <source>Sample plans</source>
        <translation>範例方案</translation>
    </message>
    <message>
        <source>Type a word: night, early, day maximum …</source>
        <translation>輸入關鍵字：night、early、day maximum …</translation>
    </message>
</context>
<context>
    <name>StartupTrouble</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
</context>
<context>
    <name>Stays</name>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>– gone</source>
        <translation>– 已離場</translation>
    </message>
    <message>
        <source>→ driving out</source>
        <translation>→ 出場中</translation>
    </message>
    <message>
        <source>▲ held at the gate</source>
        <translation>▲ 留置於柵欄前</translation>
    </message>
    <message>
        <source>▲ paid, overstayed</source>
        <translation>▲ 已繳費，逾時</translation>
    </message>
    <message>
        <source>○ driving in</source>
        <translation>○ 入場中</translation>
    </message>
    <message>
        <source>● inside</source>
        <translation>● 場內</translation>
    </message>
    <message>
        <source>✓ paid until {time}</source>
        <translation>✓ 已繳至 {time}</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>It ends where it begins: a total has to reach further than the step before it.</source>
        <translation>終點等於起點：累計價必須比前一階更遠。</translation>
    </message>
    <message>
        <source>Kind of step {number}</source>
        <translation>第 {number} 階的種類</translation>
    </message>
    <message>
        <source>Move step {number} down (Alt+Down)</source>
        <translation>將第 {number} 階下移（Alt+Down）</translation>
    </message>
    <message>
        <source>Move step {number} up (Alt+Up)</source>
        <translation>將第 {number} 階上移（Alt+Up）</translation>
    </message>
    <message>
        <source>Only the last step may go on and on: write how long this one is.</source>
        <translation>只有最後一階可以一直持續：請寫出此階多長。</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>移除第 {number} 階</translation>
    </message>
    <message>
        <source>on and on</source>
        <translation>一直持續</translation>
    </message>
</context>
<context>
    <name>StillView</name>
    <message>
        <source>No picture</source>
        <translation>無畫面</translation>
    </message>
    <message>
        <source>Photo on its way</source>
        <translation>照片傳送中</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>After paying</source>
        <translation>繳費後</translation>
    </message>
    <message>
        <source>All right?</source>
        <translation>這樣對嗎？</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>車道</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>停車場</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Go back to change anything.</source>
        <translation>尚未寫入任何資料。返回即可修改。</translation>
    </message>
    <message>
        <source>Place and money</source>
        <translation>地點與幣別</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>USB camera</source>
        <translation>USB 攝影機</translation>
    </message>
    <message>
        <source>folder of pictures</source>
        <translation>圖片資料夾</translation>
    </message>
    <message>
        <source>network camera</source>
        <translation>網路攝影機</translation>
    </message>
    <message>
        <source>not wired</source>
        <translation>未接線</translation>
    </message>
    <message>
        <source>relay board</source>
        <translation>繼電器板</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>video file</source>
        <translation>影片檔</translation>
    </message>
    <message>
        <source>{lane}: camera {camera}, barrier {barrier}, loops {loops}</source>
        <translation>{lane}：攝影機 {camera}、柵欄 {barrier}、線圈 {loops}</translation>
    </message>
    <message>
        <source>{lane}: wired later, under Devices</source>
        <translation>{lane}：稍後在「裝置」接線</translation>
    </message>
    <message>
        <source>{minutes} minutes to leave</source>
        <translation>{minutes} 分鐘內離場</translation>
    </message>
    <message>
        <source>{name}, {spaces} spaces</source>
        <translation>{name}，{spaces} 個車位</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Add point</source>
        <translation>加點</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>New mask</source>
        <translation>新增遮罩</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>立即辨識</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>辨識區域</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset: whole picture</source>
        <translation>重設：整個畫面</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>TriggerStill</name>
    <message>
        <source>The picture of the last decision</source>
        <translation>上次判定的照片</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Somebody else signs on</source>
        <translation>由其他人登入</translation>
    </message>
    <message>
        <source>The car in hand and what was typed are kept. A badge held to the reader unlocks, too.</source>
        <translation>處理中的車輛與輸入的內容都會保留。將識別證靠近讀取器也可解鎖。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>{name}, away since {time}</source>
        <translation>{name}，自 {time} 起離開</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Discard it</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>繼續繪製</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>What you have drawn is not saved.</source>
        <translation>您畫的內容尚未儲存。</translation>
    </message>
</context>
<context>
    <name>ValidationPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Code, or scan the stamp</source>
        <translation>輸入代碼，或掃描折抵章</translation>
    </message>
    <message>
        <source>Merchants are kept on the Payments screen.</source>
        <translation>合作商家在「付款」畫面設定。</translation>
    </message>
    <message>
        <source>Take the last one back</source>
        <translation>撤回上一筆</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>折抵</translation>
    </message>
    <message>
        <source>Who pays for {plate}, or a part of it?</source>
        <translation>誰為 {plate} 付全部或部分停車費？</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Before: {before}
Then: {after}</source>
        <translation>原本：{before}
之後：{after}</translation>
    </message>
    <message>
        <source>By</source>
        <translation>發布者</translation>
    </message>
    <message>
        <source>Go on from this version</source>
        <translation>從此版本繼續</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效時間</translation>
    </message>
    <message>
        <source>It was the first one.</source>
        <translation>這是第一個版本。</translation>
    </message>
    <message>
        <source>No plan was published yet.</source>
        <translation>尚未發布任何方案。</translation>
    </message>
    <message>
        <source>Nothing that is priced.</source>
        <translation>沒有影響價格的內容。</translation>
    </message>
    <message>
        <source>Publish one to begin.</source>
        <translation>發布一個方案即可開始。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>發布時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions of the plan</source>
        <translation>方案的版本</translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation>此版本的修改</translation>
    </message>
    <message>
        <source>What version {version} changed</source>
        <translation>第 {version} 版的修改</translation>
    </message>
    <message>
        <source>What version {version} would have changed; taken back by {name}</source>
        <translation>第 {version} 版原擬的修改；由 {name} 撤回</translation>
    </message>
    <message>
        <source>the set-up</source>
        <translation>初次設定</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>原本沒有</translation>
    </message>
    <message>
        <source>went</source>
        <translation>已移除</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Day of entry</source>
        <translation>進場日</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>進場</translation>
    </message>
    <message>
        <source>Longest stay shown</source>
        <translation>顯示的最長停車時間</translation>
    </message>
    <message>
        <source>Time of entry</source>
        <translation>進場時間</translation>
    </message>
    <message>
        <source>Vehicle class</source>
        <translation>車種</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>WaitingColumn</name>
    <message>
        <source>Lanes that ask appear here.</source>
        <translation>詢問中的車道會顯示在這裡。</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>沒有待處理事項</translation>
    </message>
    <message>
        <source>Recent receipts</source>
        <translation>最近的收據</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待處理</translation>
    </message>
</context>
<context>
    <name>WalkRoundTable</name>
    <message>
        <source>Cars to take in; Delete removes one</source>
        <translation>待登錄車輛；按 Delete 移除</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>入場</translation>
    </message>
    <message>
        <source>Nothing is written down yet.</source>
        <translation>還沒有登記任何車輛。</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>車牌</translation>
    </message>
    <message>
        <source>Type a plate above and press Enter, one car after the other.</source>
        <translation>在上方輸入車牌並按 Enter，一輛接一輛。</translation>
    </message>
    <message>
        <source>unknown: priced from now</source>
        <translation>不明：自現在起計費</translation>
    </message>
</context>
<context>
    <name>WeekMap</name>
    <message>
        <source>no rule</source>
        <translation>無規則</translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>The plan holds from</source>
        <translation>方案生效時間</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>from now</source>
        <translation>即刻起</translation>
    </message>
</context>
<context>
    <name>WhoSignsOn</name>
    <message>
        <source>A digit chooses a name, then type the PIN. A badge held to the reader does it at once. Esc goes back to the names.</source>
        <translation>按數字選姓名，再輸入 PIN。將識別證靠近讀取器可直接登入。按 Esc 回到姓名。</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>姓名與密碼</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Who signs on</source>
        <translation>誰要登入</translation>
    </message>
</context>
<context>
    <name>WindowDevices</name>
    <message>
        <source>{count} devices are well again</source>
        <translation>{count} 個裝置已恢復</translation>
    </message>
    <message>
        <source>{count} devices want a look</source>
        <translation>{count} 個裝置請查看</translation>
    </message>
    <message>
        <source>{device} is well again</source>
        <translation>{device} 已恢復</translation>
    </message>
    <message>
        <source>{device} wants a look</source>
        <translation>{device} 請查看</translation>
    </message>
</context>
<context>
    <name>WindowField</name>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Only at some dates of the year</source>
        <translation>僅限一年中的某些日期</translation>
    </message>
    <message>
        <source>The last moment itself still counts</source>
        <translation>最後一刻本身仍算在內</translation>
    </message>
    <message>
        <source>Times of day</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>between two times</source>
        <translation>兩個時刻之間</translation>
    </message>
    <message>
        <source>from one weekday to another</source>
        <translation>從某星期幾到某星期幾</translation>
    </message>
    <message>
        <source>from {first} {start} to {last} {end}</source>
        <translation>從 {first} {start} 到 {last} {end}</translation>
    </message>
    <message>
        <source>from {start} to {end}</source>
        <translation>從 {start} 到 {end}</translation>
    </message>
</context>
<context>
    <name>WindowFooter</name>
    <message>
        <source>barrier</source>
        <translation>柵欄</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>clock is behind</source>
        <translation>時鐘落後</translation>
    </message>
    <message>
        <source>database ok</source>
        <translation>資料庫正常</translation>
    </message>
    <message>
        <source>disk {gigabytes} GB free</source>
        <translation>磁碟剩餘 {gigabytes} GB</translation>
    </message>
    <message>
        <source>disk: not measured</source>
        <translation>磁碟：未測得</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>線圈</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測得</translation>
    </message>
    <message>
        <source>plate reader ok</source>
        <translation>車牌辨識正常</translation>
    </message>
    <message>
        <source>plate reader starting</source>
        <translation>車牌辨識啟動中</translation>
    </message>
    <message>
        <source>plate reader: not measured</source>
        <translation>車牌辨識：未測得</translation>
    </message>
    <message>
        <source>rear camera</source>
        <translation>後方攝影機</translation>
    </message>
    <message>
        <source>records ok</source>
        <translation>本機記錄正常</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>the journal does not agree: see Audit</source>
        <translation>日誌不符：請看「稽核」</translation>
    </message>
    <message>
        <source>{lane} ok</source>
        <translation>{lane} 正常</translation>
    </message>
</context>
<context>
    <name>WindowHeader</name>
    <message>
        <source>FREE</source>
        <translation>空位</translation>
    </message>
    <message>
        <source>FULL</source>
        <translation>滿位</translation>
    </message>
    <message>
        <source>FULL, {count} too many</source>
        <translation>滿位，超出 {count} 輛</translation>
    </message>
    <message>
        <source>Nobody signed on</source>
        <translation>無人登入</translation>
    </message>
    <message>
        <source>another's shift since {time}</source>
        <translation>他人的班次，自 {time}</translation>
    </message>
    <message>
        <source>no shift open</source>
        <translation>未開班</translation>
    </message>
    <message>
        <source>of {capacity}</source>
        <translation>共 {capacity}</translation>
    </message>
    <message>
        <source>shift since {time}</source>
        <translation>{time} 起當班</translation>
    </message>
    <message>
        <source>{free} of {capacity} spaces free</source>
        <translation>{capacity} 個車位中剩 {free} 個</translation>
    </message>
    <message>
        <source>{name} is away</source>
        <translation>{name} 離開中</translation>
    </message>
</context>
<context>
    <name>WindowLamp</name>
    <message>
        <source>All that is about money is held elsewhere, too.</source>
        <translation>所有與金錢有關的記錄均已另存他處。</translation>
    </message>
    <message>
        <source>Leave this PC on until they were sent: nobody else has them.</source>
        <translation>傳送完成前請勿關閉此電腦：這些記錄只在本機。</translation>
    </message>
    <message>
        <source>safe to unplug</source>
        <translation>可安全拔除</translation>
    </message>
    <message>
        <source>{count} money records only here</source>
        <translation>{count} 筆金錢記錄僅在本機</translation>
    </message>
    <message>
        <source>{count} money records only here since {time}</source>
        <translation>自 {time} 起有 {count} 筆金錢記錄僅在本機</translation>
    </message>
</context>
<context>
    <name>WindowLinks</name>
    <message>
        <source>all sent</source>
        <translation>全部已傳送</translation>
    </message>
    <message>
        <source>clock {minutes} min ahead</source>
        <translation>時鐘快 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>clock {minutes} min behind</source>
        <translation>時鐘慢 {minutes} 分鐘</translation>
    </message>
    <message>
        <source>database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>中樞</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>網際網路</translation>
    </message>
    <message>
        <source>other consoles</source>
        <translation>其他主控台</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>支付平台</translation>
    </message>
    <message>
        <source>refused: {count}</source>
        <translation>被拒絕：{count}</translation>
    </message>
    <message>
        <source>{count} unsent</source>
        <translation>{count} 筆未傳送</translation>
    </message>
    <message>
        <source>{name} away since {time}</source>
        <translation>{name}自 {time} 起離線</translation>
    </message>
    <message>
        <source>{name} ok</source>
        <translation>{name}正常</translation>
    </message>
    <message>
        <source>{name}: in trouble</source>
        <translation>{name}：異常</translation>
    </message>
    <message>
        <source>{name}: not tried yet</source>
        <translation>{name}：尚未嘗試</translation>
    </message>
</context>
<context>
    <name>WindowSetup</name>
    <message>
        <source>not open yet</source>
        <translation>尚未開放</translation>
    </message>
    <message>
        <source>not open yet, missing: {count}</source>
        <translation>尚未開放，缺 {count} 項</translation>
    </message>
</context>
<context>
    <name>WindowsField</name>
    <message>
        <source>Add a time</source>
        <translation>新增時段</translation>
    </message>
    <message>
        <source>Remove time</source>
        <translation>移除時段</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>柵欄</translation>
    </message>
    <message>
        <source>Board's address</source>
        <translation>繼電器板位址</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>圖片資料夾</translation>
    </message>
    <message>
        <source>Input: before boom</source>
        <translation>輸入點：柵欄前</translation>
    </message>
    <message>
        <source>Input: behind boom</source>
        <translation>輸入點：柵欄後</translation>
    </message>
    <message>
        <source>Input: boom down</source>
        <translation>輸入點：柵欄放下</translation>
    </message>
    <message>
        <source>Input: boom up</source>
        <translation>輸入點：柵欄升起</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>線圈</translation>
    </message>
    <message>
        <source>Network camera (MJPEG)</source>
        <translation>網路攝影機（MJPEG）</translation>
    </message>
    <message>
        <source>Network camera (ONVIF)</source>
        <translation>網路攝影機（ONVIF）</translation>
    </message>
    <message>
        <source>Network camera (RTSP)</source>
        <translation>網路攝影機（RTSP）</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>檔案路徑</translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation>資料夾路徑</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>繼電器</translation>
    </message>
    <message>
        <source>Relay board (Modbus TCP)</source>
        <translation>繼電器板（Modbus TCP）</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>USB camera</source>
        <translation>USB 攝影機</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>影片檔</translation>
    </message>
    <message>
        <source>not wired</source>
        <translation>未接線</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A PIN of an administrator has at least {shortest} digits.</source>
        <translation>管理員的 PIN 至少 {shortest} 位數字。</translation>
    </message>
    <message>
        <source>A badge alone does not sign {name} on.</source>
        <translation>{name} 不能只用識別卡登入。</translation>
    </message>
    <message>
        <source>A booking under the plate is still to come or in use.</source>
        <translation>這個車牌還有尚未開始或使用中的預約。</translation>
    </message>
    <message>
        <source>A booking was refused.</source>
        <translation>已拒絕一筆預約。</translation>
    </message>
    <message>
        <source>A camera that reads plates itself came with a wrong key.</source>
        <translation>有一台自行辨識車牌的攝影機使用了錯誤的金鑰。</translation>
    </message>
    <message>
        <source>A camera's clock is wrong, or what it reads comes far too late.</source>
        <translation>攝影機的時鐘不正確，或辨識結果太晚送達。</translation>
    </message>
    <message>
        <source>A car came in with the booking of {plate} already.</source>
        <translation>已有車輛憑 {plate} 的預約進場。</translation>
    </message>
    <message>
        <source>A car comes first, pays then, and leaves last.</source>
        <translation>車輛應先入場、再繳費、最後離場。</translation>
    </message>
    <message>
        <source>A car is in a lane: {lanes}.</source>
        <translation>車道中有車：{lanes}。</translation>
    </message>
    <message>
        <source>A car is in this lane: reading for the adjustment waits.</source>
        <translation>此車道有車：調整用的辨識暫停。</translation>
    </message>
    <message>
        <source>A character of the check code is wrong.</source>
        <translation>檢查碼有字元錯誤。</translation>
    </message>
    <message>
        <source>A client is no one who works here.</source>
        <translation>客戶不是工作人員。</translation>
    </message>
    <message>
        <source>A code is two to {longest} letters and digits, hyphens between them, no spaces.</source>
        <translation>代碼為 2 至 {longest} 個字母或數字，可用連字號，不含空白。</translation>
    </message>
    <message>
        <source>A command for the barrier was kept at the MQTT broker.</source>
        <translation>MQTT 代理伺服器上留有一道給柵欄的指令。</translation>
    </message>
    <message>
        <source>A command for the loops' device was kept at the MQTT broker.</source>
        <translation>MQTT 代理伺服器上留有一道給線圈設備的指令。</translation>
    </message>
    <message>
        <source>A command was kept at the MQTT broker.</source>
        <translation>MQTT 代理伺服器上留有一道指令。</translation>
    </message>
    <message>
        <source>A console asked for a space.</source>
        <translation>一台主控台要求車位。</translation>
    </message>
    <message>
        <source>A console gave spaces back.</source>
        <translation>一台主控台歸還了車位。</translation>
    </message>
    <message>
        <source>A console joined the lot.</source>
        <translation>一台主控台已加入停車場。</translation>
    </message>
    <message>
        <source>A console that wanted to join was refused.</source>
        <translation>已拒絕一台想加入的主控台。</translation>
    </message>
    <message>
        <source>A console was invited to the lot.</source>
        <translation>已邀請一台主控台加入停車場。</translation>
    </message>
    <message>
        <source>A console was made the hub.</source>
        <translation>一台主控台成為中樞。</translation>
    </message>
    <message>
        <source>A console was revoked.</source>
        <translation>已撤銷一台主控台。</translation>
    </message>
    <message>
        <source>A copy of the database was made in the last day.</source>
        <translation>最近一天內已備份資料庫。</translation>
    </message>
    <message>
        <source>A copy of the shift's slip was asked for.</source>
        <translation>已要求列印班次單據副本。</translation>
    </message>
    <message>
        <source>A copy reached the second place in the last day.</source>
        <translation>最近一天內備份已送達第二個地方。</translation>
    </message>
    <message>
        <source>A day's limit is at most {highest}; 0 is none.</source>
        <translation>每日上限最多 {highest}，0 表示不限。</translation>
    </message>
    <message>
        <source>A device failed.</source>
        <translation>一項設備故障。</translation>
    </message>
    <message>
        <source>A device is well again.</source>
        <translation>一項設備恢復正常。</translation>
    </message>
    <message>
        <source>A device was tested.</source>
        <translation>測試了一項設備。</translation>
    </message>
    <message>
        <source>A device was wired otherwise.</source>
        <translation>一項設備的接線已更改。</translation>
    </message>
    <message>
        <source>A draft needs a name of at most {longest} characters.</source>
        <translation>草稿需要名稱，最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>A failed task was tried again.</source>
        <translation>已重試一項失敗的工作。</translation>
    </message>
    <message>
        <source>A fault in the program at this lane.</source>
        <translation>此車道的程式發生錯誤。</translation>
    </message>
    <message>
        <source>A fault in the program. Lanes and records go on.</source>
        <translation>程式發生錯誤。車道與紀錄仍繼續運作。</translation>
    </message>
    <message>
        <source>A fault of this program kept it from being asked about.</source>
        <translation>程式錯誤導致無法查詢。</translation>
    </message>
    <message>
        <source>A figure of the rate plan cannot be used: {field}.</source>
        <translation>費率中的數值無法使用：{field}。</translation>
    </message>
    <message>
        <source>A file at the place for copies is too large.</source>
        <translation>存放處的檔案過大。</translation>
    </message>
    <message>
        <source>A file can be written there, but not deleted: old copies would stay.</source>
        <translation>可在該處寫入檔案，但無法刪除：舊的備份會一直留著。</translation>
    </message>
    <message>
        <source>A file was written there, read back and deleted.</source>
        <translation>已在該處寫入檔案、讀回並刪除。</translation>
    </message>
    <message>
        <source>A gate is never opened afterwards.</source>
        <translation>柵欄不會事後補開。</translation>
    </message>
    <message>
        <source>A high fee was confirmed.</source>
        <translation>已確認偏高的費用。</translation>
    </message>
    <message>
        <source>A key of the journal is missing.</source>
        <translation>日誌缺少一把金鑰。</translation>
    </message>
    <message>
        <source>A key of the journal was changed.</source>
        <translation>日誌的一把金鑰遭變更。</translation>
    </message>
    <message>
        <source>A lane cannot be without camera, barrier and loops.</source>
        <translation>車道不能沒有攝影機、柵欄與線圈。</translation>
    </message>
    <message>
        <source>A lane needs a name.</source>
        <translation>車道需要名稱。</translation>
    </message>
    <message>
        <source>A lane's short name has letters, digits, - and _ only.</source>
        <translation>車道的簡稱只能有英文字母、數字、- 和 _。</translation>
    </message>
    <message>
        <source>A login's name is up to 20 small letters, digits and dashes, and begins with a letter.</source>
        <translation>登入名稱最多 20 個小寫字母、數字與連字號，且以字母開頭。</translation>
    </message>
    <message>
        <source>A longer stay costs less: {longer_minor} instead of {shorter_minor}, by “{after}”.</source>
        <translation>停得更久反而更便宜：依「{after}」為 {longer_minor}，而非 {shorter_minor}。</translation>
    </message>
    <message>
        <source>A longer stay costs less: “{after}” asks {longer_minor} where “{before}” asked {shorter_minor}.</source>
        <translation>停得更久反而更便宜：「{before}」收 {shorter_minor}，「{after}」只收 {longer_minor}。</translation>
    </message>
    <message>
        <source>A lot has at most {most} lanes.</source>
        <translation>一個停車場最多 {most} 條車道。</translation>
    </message>
    <message>
        <source>A merchant's name is one line of at most {longest} characters.</source>
        <translation>商家名稱為一行，最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>A minute before “{name}” may be entered</source>
        <translation>「{name}」可進場時間的前一分鐘</translation>
    </message>
    <message>
        <source>A minute before “{name}” may be left</source>
        <translation>「{name}」可離場時間的前一分鐘</translation>
    </message>
    <message>
        <source>A minute into the next step of “{name}”</source>
        <translation>進入「{name}」的下一段一分鐘</translation>
    </message>
    <message>
        <source>A minute longer than the free minutes</source>
        <translation>比免費分鐘數多一分鐘</translation>
    </message>
    <message>
        <source>A minute over the limit of “{name}”</source>
        <translation>超過「{name}」的長度限制一分鐘</translation>
    </message>
    <message>
        <source>A newer Lotkeeper packed that file.</source>
        <translation>這個檔案由較新版的 Lotkeeper 打包。</translation>
    </message>
    <message>
        <source>A pad has 1 to {most} pages.</source>
        <translation>一本為 1 至 {most} 頁。</translation>
    </message>
    <message>
        <source>A part was paid, and the rest was given up.</source>
        <translation>已付一部分，其餘取消。</translation>
    </message>
    <message>
        <source>A password does not belong into the address.</source>
        <translation>密碼不應寫在位址中。</translation>
    </message>
    <message>
        <source>A payment is not what its inputs and its plan cost.</source>
        <translation>有一筆付款與其資料及費率算出的金額不符。</translation>
    </message>
    <message>
        <source>A payment is under way.</source>
        <translation>付款進行中。</translation>
    </message>
    <message>
        <source>A person called a charge paid, and the terminal or platform says no.</source>
        <translation>有人確認某筆請款已付款，但刷卡機或平台回報未付款。</translation>
    </message>
    <message>
        <source>A person had to help with {percent} % of the vehicles.</source>
        <translation>有 {percent} % 的車輛需要人員協助。</translation>
    </message>
    <message>
        <source>A photo could not be kept.</source>
        <translation>有一張照片無法保存。</translation>
    </message>
    <message>
        <source>A photo is not the picture that it is named after.</source>
        <translation>有一張照片與其檔名所代表的影像不符。</translation>
    </message>
    <message>
        <source>A photo that came from another console is damaged.</source>
        <translation>來自其他主控台的照片已損壞。</translation>
    </message>
    <message>
        <source>A photo was not kept: the disk is too slow.</source>
        <translation>有一張照片未保存：磁碟太慢。</translation>
    </message>
    <message>
        <source>A picture could not be encoded.</source>
        <translation>有一張畫面無法編碼。</translation>
    </message>
    <message>
        <source>A picture could not be read.</source>
        <translation>有一張畫面無法讀取。</translation>
    </message>
    <message>
        <source>A platform sent a notice about a charge.</source>
        <translation>支付平台傳來一筆扣款通知。</translation>
    </message>
    <message>
        <source>A rate plan is in force.</source>
        <translation>已有生效的費率。</translation>
    </message>
    <message>
        <source>A record belongs to another lot.</source>
        <translation>有一筆記錄屬於其他停車場。</translation>
    </message>
    <message>
        <source>A record cannot be read.</source>
        <translation>有一筆記錄無法讀取。</translation>
    </message>
    <message>
        <source>A record was changed on its way or where it lay.</source>
        <translation>有一筆記錄在傳送或存放時被更動。</translation>
    </message>
    <message>
        <source>A refund that was settled otherwise was given by the terminal or platform as well.</source>
        <translation>已用其他方式處理的退款，刷卡機或支付平台也退回了一次。</translation>
    </message>
    <message>
        <source>A relief is running on this drawer.</source>
        <translation>此錢箱正由代班人員使用。</translation>
    </message>
    <message>
        <source>A relief took over the drawer.</source>
        <translation>代班人員已接手錢箱。</translation>
    </message>
    <message>
        <source>A row does not come from the journal.</source>
        <translation>有一列資料並非來自日誌。</translation>
    </message>
    <message>
        <source>A row is missing that the journal gives.</source>
        <translation>缺少一列日誌中應有的資料。</translation>
    </message>
    <message>
        <source>A row is not what the journal gives.</source>
        <translation>有一列資料與日誌不符。</translation>
    </message>
    <message>
        <source>A shape covers almost nothing.</source>
        <translation>有圖形幾乎沒有面積。</translation>
    </message>
    <message>
        <source>A shape has as many points as it may have, twelve.</source>
        <translation>圖形已達十二個點的上限。</translation>
    </message>
    <message>
        <source>A shape has fewer than three points.</source>
        <translation>有圖形少於三個點。</translation>
    </message>
    <message>
        <source>A shape lies outside the picture.</source>
        <translation>有圖形在畫面之外。</translation>
    </message>
    <message>
        <source>A shape needs three points.</source>
        <translation>圖形至少需要三個點。</translation>
    </message>
    <message>
        <source>A shift is open on this drawer already.</source>
        <translation>此錢櫃已開班。</translation>
    </message>
    <message>
        <source>A shift is still open at this drawer.</source>
        <translation>此錢箱仍有未結束的班次。</translation>
    </message>
    <message>
        <source>A sign of this sort never answers: whether it shows its text is not known.</source>
        <translation>此類看板不會回應：無法得知是否已顯示文字。</translation>
    </message>
    <message>
        <source>A space was booked.</source>
        <translation>已預約車位。</translation>
    </message>
    <message>
        <source>A special price applies</source>
        <translation>適用特殊費率</translation>
    </message>
    <message>
        <source>A stamp's number has at most {longest} characters.</source>
        <translation>章號最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>A stay of {days} days cannot be priced, at most {most}.</source>
        <translation>停車 {days} 天無法計價，最多 {most} 天。</translation>
    </message>
    <message>
        <source>A supervisor compares it with the slip; Payments lists it.</source>
        <translation>請主管與簽單核對；「付款」畫面有清單。</translation>
    </message>
    <message>
        <source>A supervisor compares it with the slip; it may have gone back twice.</source>
        <translation>請主管與簽單核對；這筆錢可能退了兩次。</translation>
    </message>
    <message>
        <source>A supervisor looks at the platform's own page and settles it.</source>
        <translation>請主管查看平台頁面後處理。</translation>
    </message>
    <message>
        <source>A task could not be done.</source>
        <translation>有一項工作無法完成。</translation>
    </message>
    <message>
        <source>A text for drivers has at most {longest} characters.</source>
        <translation>給駕駛的文字最多 {longest} 個字元。</translation>
    </message>
    <message>
        <source>A vehicle went the wrong way through the gate that is held open.</source>
        <translation>有車輛逆向通過保持開啟的柵欄。</translation>
    </message>
    <message>
        <source>A vehicle went through that belongs to no stay.</source>
        <translation>有車輛通過，但無對應的停車紀錄。</translation>
    </message>
    <message>
        <source>A vehicle went through without a command.</source>
        <translation>有車輛在無指令下通過。</translation>
    </message>
    <message>
        <source>A version of the rates was withdrawn.</source>
        <translation>已撤回一個費率版本。</translation>
    </message>
    <message>
        <source>A wrong PIN was typed to approve something.</source>
        <translation>核准時輸入了錯誤的 PIN。</translation>
    </message>
    <message>
        <source>A wrong PIN was typed.</source>
        <translation>輸入了錯誤的密碼。</translation>
    </message>
    <message>
        <source>A wrong entry put right</source>
        <translation>更正錯誤登錄</translation>
    </message>
    <message>
        <source>APDS cannot repeat the last {steps} steps of “{charge}”.</source>
        <translation>APDS 無法重複「{charge}」的最後 {steps} 段。</translation>
    </message>
    <message>
        <source>APDS charges started units, “{charge}” finished ones.</source>
        <translation>APDS 對開始的單位收費，「{charge}」只對完成的單位收費。</translation>
    </message>
    <message>
        <source>APDS has no dates that come back each year.</source>
        <translation>APDS 沒有每年重複的日期。</translation>
    </message>
    <message>
        <source>APDS has no time windows that run over several days.</source>
        <translation>APDS 沒有跨越數日的時段。</translation>
    </message>
    <message>
        <source>APDS knows no holidays and no days before them.</source>
        <translation>APDS 沒有假日，也沒有假日前一天。</translation>
    </message>
    <message>
        <source>APDS names no time zone: {timezone} was taken.</source>
        <translation>APDS 沒有時區：已採用 {timezone}。</translation>
    </message>
    <message>
        <source>Add a lane first.</source>
        <translation>請先新增車道。</translation>
    </message>
    <message>
        <source>Add a lane under Devices.</source>
        <translation>請在「裝置」中新增車道。</translation>
    </message>
    <message>
        <source>Add a last rate that applies to every stay.</source>
        <translation>請在最後加上一個適用所有停車的費率。</translation>
    </message>
    <message>
        <source>Add a letter of the family name.</source>
        <translation>請加上姓氏的一個字。</translation>
    </message>
    <message>
        <source>Add a point, or remove the shape.</source>
        <translation>請加點，或移除該圖形。</translation>
    </message>
    <message>
        <source>Add a rate for lost tickets if the sign names a price.</source>
        <translation>若告示牌有遺失票券的價格，請新增該費率。</translation>
    </message>
    <message>
        <source>Add a rate for them, or take the class out of the plan.</source>
        <translation>請為此車種新增費率，或從方案中移除。</translation>
    </message>
    <message>
        <source>Add a rate without conditions at the end of the plan.</source>
        <translation>請在方案最後加上一個不設條件的費率。</translation>
    </message>
    <message>
        <source>Add at least one plate.</source>
        <translation>請至少加入一個車牌。</translation>
    </message>
    <message>
        <source>Add one under Devices.</source>
        <translation>請在「裝置」新增。</translation>
    </message>
    <message>
        <source>Add the MQTT broker by hand first.</source>
        <translation>請先手動新增 MQTT 代理伺服器。</translation>
    </message>
    <message>
        <source>Add the lane to the lot, or take its devices away.</source>
        <translation>請把車道加入停車場，或移除其裝置。</translation>
    </message>
    <message>
        <source>Add the user to the group dialout and sign on to the machine again.</source>
        <translation>請將使用者加入 dialout 群組，並重新登入電腦。</translation>
    </message>
    <message>
        <source>Add them under Devices.</source>
        <translation>請在「裝置」中加入。</translation>
    </message>
    <message>
        <source>Add those of the next year, or name a holiday calendar.</source>
        <translation>請加入明年的假日，或指定假日曆。</translation>
    </message>
    <message>
        <source>Add those who work here under People.</source>
        <translation>請在「人員」中加入工作人員。</translation>
    </message>
    <message>
        <source>All lines of the price are shown.</source>
        <translation>費用已逐項顯示。</translation>
    </message>
    <message>
        <source>An X report was asked for.</source>
        <translation>已送出列印 X 報表。</translation>
    </message>
    <message>
        <source>An account has at most {most} plates.</source>
        <translation>一個帳戶最多 {most} 個車牌。</translation>
    </message>
    <message>
        <source>An administrator gives the right under People.</source>
        <translation>管理員可在「人員」給予權限。</translation>
    </message>
    <message>
        <source>An administrator has changed what {name} may do.</source>
        <translation>管理員已變更{name}的權限。</translation>
    </message>
    <message>
        <source>An amount needs its time, and a time of payment its amount.</source>
        <translation>金額須有時間，繳費時間須有金額。</translation>
    </message>
    <message>
        <source>An article has a name of at most {longest} characters and a price; there may be {most}.</source>
        <translation>商品名稱最多 {longest} 個字並須有價格，最多 {most} 項。</translation>
    </message>
    <message>
        <source>An authority asked for it</source>
        <translation>主管機關要求</translation>
    </message>
    <message>
        <source>An edge cannot be removed.</source>
        <translation>邊不能移除。</translation>
    </message>
    <message>
        <source>An entry is filed under a subject that it does not name.</source>
        <translation>有一筆紀錄歸在它未提及的對象之下。</translation>
    </message>
    <message>
        <source>An entry is not the one that was anchored.</source>
        <translation>有一筆紀錄與錨定時不同。</translation>
    </message>
    <message>
        <source>An entry of the journal cannot be read.</source>
        <translation>日誌有一筆紀錄無法讀取。</translation>
    </message>
    <message>
        <source>An entry of the journal is missing.</source>
        <translation>日誌缺少一筆紀錄。</translation>
    </message>
    <message>
        <source>An entry of the journal was changed.</source>
        <translation>日誌有一筆紀錄遭變更。</translation>
    </message>
    <message>
        <source>An invitation of a console was withdrawn.</source>
        <translation>已撤回一台主控台的邀請。</translation>
    </message>
    <message>
        <source>An item that was refused was settled.</source>
        <translation>已處理一筆被拒的項目。</translation>
    </message>
    <message>
        <source>Another amount came in than was asked for.</source>
        <translation>收到的金額與請款金額不同。</translation>
    </message>
    <message>
        <source>Another booking has the same name.</source>
        <translation>已有另一筆預約使用相同編號。</translation>
    </message>
    <message>
        <source>Another car is inside under a similar plate: it may be that one.</source>
        <translation>場內另有車牌相近的車：可能其實是那一輛。</translation>
    </message>
    <message>
        <source>Another car is inside under {plate}.</source>
        <translation>場內另有一輛車登記為 {plate}。</translation>
    </message>
    <message>
        <source>Another console answers under the hub's address.</source>
        <translation>中樞位址上回應的是另一台主控台。</translation>
    </message>
    <message>
        <source>Another console asked for it.</source>
        <translation>這是另一台主控台的請款。</translation>
    </message>
    <message>
        <source>Another console is called {name} already.</source>
        <translation>已有主控台名為 {name}。</translation>
    </message>
    <message>
        <source>Another console is this lot's hub.</source>
        <translation>本場的中樞是另一台主控台。</translation>
    </message>
    <message>
        <source>Another console's terminal or platform took this money ({account}).</source>
        <translation>此款項由其他主控台的刷卡機或平台收取（{account}）。</translation>
    </message>
    <message>
        <source>Another kind of stay: {name}</source>
        <translation>其他類型的停車：{name}</translation>
    </message>
    <message>
        <source>Another lane is reading a car: reading for the adjustment waits.</source>
        <translation>另一車道正在辨識車輛：調整用的辨識暫停。</translation>
    </message>
    <message>
        <source>Another merchant has the code {taken}.</source>
        <translation>已有其他商家使用代碼 {taken}。</translation>
    </message>
    <message>
        <source>Another program asked for this rate plan.</source>
        <translation>此費率方案由其他程式提出。</translation>
    </message>
    <message>
        <source>Another program has it: choose another under [shared] hub_port.</source>
        <translation>已被其他程式占用：請在 [shared] hub_port 另選一個。</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>資料庫正由另一個程式使用。</translation>
    </message>
    <message>
        <source>Another program may use it; choose another in the settings file.</source>
        <translation>可能有其他程式正在使用；請在設定檔中改用其他連接埠。</translation>
    </message>
    <message>
        <source>Another program uses the code reader's serial line.</source>
        <translation>讀碼機的序列埠正被其他程式使用。</translation>
    </message>
    <message>
        <source>Another program uses the port of the barrier's board.</source>
        <translation>另一個程式正在使用柵欄控制板的連接埠。</translation>
    </message>
    <message>
        <source>Another program uses the port of the loops' board.</source>
        <translation>另一個程式正在使用感應線圈控制板的連接埠。</translation>
    </message>
    <message>
        <source>Another program uses the printer's port.</source>
        <translation>另一個程式正在使用印表機的連接埠。</translation>
    </message>
    <message>
        <source>Another program uses the relay board's port.</source>
        <translation>另一個程式正在使用繼電器板的連接埠。</translation>
    </message>
    <message>
        <source>Another program uses the sign's serial line.</source>
        <translation>看板的序列埠正被其他程式使用。</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Approved it.</source>
        <translation>已核准。</translation>
    </message>
    <message>
        <source>Article sold:</source>
        <translation>售出商品：</translation>
    </message>
    <message>
        <source>Articles are kept under Settings, Articles.</source>
        <translation>商品在「設定、商品」維護。</translation>
    </message>
    <message>
        <source>As a person said it.</source>
        <translation>依人員說明。</translation>
    </message>
    <message>
        <source>As long as the free minutes</source>
        <translation>剛好等於免費分鐘數</translation>
    </message>
    <message>
        <source>As long as the limit of “{name}”</source>
        <translation>剛好等於「{name}」的長度限制</translation>
    </message>
    <message>
        <source>Ask again, or for another way to pay.</source>
        <translation>請再試一次，或改用其他付款方式。</translation>
    </message>
    <message>
        <source>Ask again, or pay it out in cash.</source>
        <translation>請再次申請，或改以現金退款。</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>請洽管理員。</translation>
    </message>
    <message>
        <source>Ask for another card, or another way to pay.</source>
        <translation>請改用其他卡片或付款方式。</translation>
    </message>
    <message>
        <source>Ask for another way to pay.</source>
        <translation>請改用其他付款方式。</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>請重新要求核准。</translation>
    </message>
    <message>
        <source>Ask for it there, or pay it out in cash.</source>
        <translation>請在該主控台申請退款，或改以現金退款。</translation>
    </message>
    <message>
        <source>Ask for the receipt of this lot.</source>
        <translation>請對方出示本停車場的收據。</translation>
    </message>
    <message>
        <source>Ask for {missing_minor} more.</source>
        <translation>請再收 {missing_minor}。</translation>
    </message>
    <message>
        <source>Ask now; if that changes nothing, settle it by hand.</source>
        <translation>請立即查詢；若無結果，請以人工結清。</translation>
    </message>
    <message>
        <source>Ask someone else who may.</source>
        <translation>請找其他有權限的人。</translation>
    </message>
    <message>
        <source>Ask someone who may approve it, and do it again.</source>
        <translation>請有權核准的人核准後再做一次。</translation>
    </message>
    <message>
        <source>Ask someone who may, to sign on.</source>
        <translation>請有權限的人員登入。</translation>
    </message>
    <message>
        <source>Ask them before you hand it out.</source>
        <translation>交付前請先向他們確認。</translation>
    </message>
    <message>
        <source>Ask who works at the barrier; letting it go ends it.</source>
        <translation>請詢問誰在柵欄機旁作業；按放下即可結束。</translation>
    </message>
    <message>
        <source>Asked of whoever took the money: it is on its way back.</source>
        <translation>已向收款方申請退款，退款處理中。</translation>
    </message>
    <message>
        <source>At most {counted_minor} can stay.</source>
        <translation>最多可留 {counted_minor}。</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>自行車</translation>
    </message>
    <message>
        <source>Blocked the way</source>
        <translation>擋住通道</translation>
    </message>
    <message>
        <source>Book a later time.</source>
        <translation>請預約較晚的時間。</translation>
    </message>
    <message>
        <source>Both loops have been occupied for minutes.</source>
        <translation>兩個感應線圈已被佔用數分鐘。</translation>
    </message>
    <message>
        <source>Both values are shown.</source>
        <translation>會並列顯示兩個值。</translation>
    </message>
    <message>
        <source>Broken down</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>By card: press F10, then type the number on the terminal's slip.</source>
        <translation>刷卡：按 F10，再輸入刷卡機簽單上的號碼。</translation>
    </message>
    <message>
        <source>By “{name}”</source>
        <translation>依「{name}」</translation>
    </message>
    <message>
        <source>Came in while the gate was held open.</source>
        <translation>在柵欄保持開啟時進場。</translation>
    </message>
    <message>
        <source>Came in with its booking.</source>
        <translation>憑預約進場。</translation>
    </message>
    <message>
        <source>Cameras that read plates themselves are not heard: the port is not free.</source>
        <translation>無法接收自行辨識車牌的攝影機：連接埠無法使用。</translation>
    </message>
    <message>
        <source>Cameras that read plates themselves are not heard: there is no secret.</source>
        <translation>無法接收自行辨識車牌的攝影機：尚未設定密鑰。</translation>
    </message>
    <message>
        <source>Cancel it instead: the terminal says whether it was paid.</source>
        <translation>請改為取消：刷卡機會回報是否已付款。</translation>
    </message>
    <message>
        <source>Cancel it there.</source>
        <translation>請在該處取消。</translation>
    </message>
    <message>
        <source>Cancelled before it was paid.</source>
        <translation>付款前已取消。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was taken.</source>
        <translation>已取消；沒有收款。</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>小客車</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Cars go on with the spaces held here. It is tried again by itself.</source>
        <translation>車輛以本機持有的車位繼續進出，系統會自動重試。</translation>
    </message>
    <message>
        <source>Cars go on. It is tried again by itself.</source>
        <translation>車輛照常進出，系統會自動重試。</translation>
    </message>
    <message>
        <source>Cars stand at several lanes.</source>
        <translation>有數個車道都停著車。</translation>
    </message>
    <message>
        <source>Cars that came or left meanwhile are not recorded: look at those held.</source>
        <translation>期間進出的車輛沒有記錄：請查看待確認的車輛。</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Cash for a part of it handed back.</source>
        <translation>一部分的現金已退還。</translation>
    </message>
    <message>
        <source>Cash for a part of it.</source>
        <translation>以現金支付一部分。</translation>
    </message>
    <message>
        <source>Cash was dropped into the safe.</source>
        <translation>現金已投入保險箱。</translation>
    </message>
    <message>
        <source>Cash was paid out of the drawer.</source>
        <translation>已由錢箱支出現金。</translation>
    </message>
    <message>
        <source>Cash was put into the drawer.</source>
        <translation>已將現金存入錢箱。</translation>
    </message>
    <message>
        <source>Cash was taken or paid out</source>
        <translation>收取或付出現金</translation>
    </message>
    <message>
        <source>Change a rule first.</source>
        <translation>請先修改一條規則。</translation>
    </message>
    <message>
        <source>Change from the safe</source>
        <translation>由保險箱取零錢</translation>
    </message>
    <message>
        <source>Change it to another one, or take the whole lane off this console.</source>
        <translation>請改用另一個，或從本主控台移除整個車道。</translation>
    </message>
    <message>
        <source>Change it where Lotkeeper is started, and leave the field empty here.</source>
        <translation>請在啟動 Lotkeeper 的地方更改，這裡留空。</translation>
    </message>
    <message>
        <source>Change its address, or wire them otherwise first.</source>
        <translation>請變更其位址，或先將它們改接。</translation>
    </message>
    <message>
        <source>Change their order, or end one where the other begins.</source>
        <translation>請調換順序，或讓其中一個在另一個開始時結束。</translation>
    </message>
    <message>
        <source>Change to its window; if there is none, wait a moment and start again.</source>
        <translation>請切換到它的視窗；若沒有視窗，稍候再重新啟動。</translation>
    </message>
    <message>
        <source>Charge nothing: {amount_minor} of {plate}.</source>
        <translation>免收 {plate} 的 {amount_minor}。</translation>
    </message>
    <message>
        <source>Choose a name and type the PIN.</source>
        <translation>請選姓名並輸入 PIN。</translation>
    </message>
    <message>
        <source>Choose a point, or the whole shape.</source>
        <translation>請選取一個點或整個圖形。</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>請選擇原因。</translation>
    </message>
    <message>
        <source>Choose an empty one.</source>
        <translation>請選擇空的資料夾。</translation>
    </message>
    <message>
        <source>Choose an instant that lies ahead; without one it is in force at once.</source>
        <translation>請選擇未來的時間；不填則立即生效。</translation>
    </message>
    <message>
        <source>Choose another class, or add it to the plan.</source>
        <translation>請選擇其他車種，或在方案中加入此車種。</translation>
    </message>
    <message>
        <source>Choose another device on the Devices page.</source>
        <translation>請在「裝置」頁選擇其他裝置。</translation>
    </message>
    <message>
        <source>Choose another file on the Devices page.</source>
        <translation>請在「裝置」頁選擇其他檔案。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>請選擇其他檔案。</translation>
    </message>
    <message>
        <source>Choose another folder on the Devices page.</source>
        <translation>請在「裝置」頁選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Choose another line.</source>
        <translation>請選擇其他序列埠。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>請使用其他名稱。</translation>
    </message>
    <message>
        <source>Choose another on the device page, or set it up in the system.</source>
        <translation>請在裝置頁另選一台，或在系統中設定。</translation>
    </message>
    <message>
        <source>Choose another one under Settings, Payments. Payments are seen all the same.</source>
        <translation>請在「設定、付款」選擇其他連接埠。付款仍會顯示。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>請另選一個。</translation>
    </message>
    <message>
        <source>Choose another one: three or four words are good.</source>
        <translation>請換一個，三、四個詞就很好。</translation>
    </message>
    <message>
        <source>Choose another profile on the Devices page, or leave it empty.</source>
        <translation>請在「設備」頁選擇其他設定檔，或留空。</translation>
    </message>
    <message>
        <source>Choose another space or time.</source>
        <translation>請選擇其他車位或時間。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>請改用其他代碼。</translation>
    </message>
    <message>
        <source>Choose between the two values on the hub console.</source>
        <translation>請在中樞主控台從兩個值中選擇。</translation>
    </message>
    <message>
        <source>Choose how it was paid, or cash.</source>
        <translation>請選擇原付款方式或現金。</translation>
    </message>
    <message>
        <source>Choose how you know it.</source>
        <translation>請選擇您如何得知。</translation>
    </message>
    <message>
        <source>Choose its port on the Devices page.</source>
        <translation>請在「裝置」頁選擇連接埠。</translation>
    </message>
    <message>
        <source>Choose now, or a later time.</source>
        <translation>請選擇現在或之後的時間。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>請從清單中選擇。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>請從清單中選擇。</translation>
    </message>
    <message>
        <source>Choose one of the reasons.</source>
        <translation>請選擇一項原因。</translation>
    </message>
    <message>
        <source>Choose the car again to see what it owes now.</source>
        <translation>請重新選擇車輛，查看目前應付金額。</translation>
    </message>
    <message>
        <source>Choose the car again: it is told the price of now.</source>
        <translation>請重新選擇車輛，以目前的價格計費。</translation>
    </message>
    <message>
        <source>Choose the right one, then open by hand.</source>
        <translation>請選擇正確的一筆，再手動開啟。</translation>
    </message>
    <message>
        <source>Choose why it is given up.</source>
        <translation>請選擇核銷原因。</translation>
    </message>
    <message>
        <source>Choose why nothing is charged.</source>
        <translation>請選擇免收原因。</translation>
    </message>
    <message>
        <source>Choose why the car was towed.</source>
        <translation>請選擇拖吊原因。</translation>
    </message>
    <message>
        <source>Choose why the money goes back.</source>
        <translation>請選擇退款原因。</translation>
    </message>
    <message>
        <source>Choose why the payment is taken back.</source>
        <translation>請選擇作廢原因。</translation>
    </message>
    <message>
        <source>Clean the lens and check the lamp.</source>
        <translation>請清潔鏡頭並檢查照明燈。</translation>
    </message>
    <message>
        <source>Clean the lens and look at the picture.</source>
        <translation>請清潔鏡頭,並查看畫面。</translation>
    </message>
    <message>
        <source>Click a shape, or press Tab in the picture.</source>
        <translation>請點選圖形，或在畫面中按 Tab。</translation>
    </message>
    <message>
        <source>Close again to leave; the shift stays open.</source>
        <translation>再關閉一次即可離開；班次仍保持開啟。</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>請關閉後再試。</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>請先關閉。</translation>
    </message>
    <message>
        <source>Close it, or choose another port.</source>
        <translation>請關閉該程式，或改用其他連接埠。</translation>
    </message>
    <message>
        <source>Close it, or unplug the camera and plug it in again.</source>
        <translation>請關閉該程式,或將攝影機拔下後重新插上。</translation>
    </message>
    <message>
        <source>Close it; what waits is printed by itself.</source>
        <translation>請關上；等待中的收據會自動列印。</translation>
    </message>
    <message>
        <source>Close other programs and start again.</source>
        <translation>請關閉其他程式再重新啟動。</translation>
    </message>
    <message>
        <source>Close the other program, or choose another port.</source>
        <translation>請關閉另一個程式，或選擇其他連接埠。</translation>
    </message>
    <message>
        <source>Close the shift of {name}.</source>
        <translation>結束 {name} 的班別。</translation>
    </message>
    <message>
        <source>Close the shift that it relieves; it ends with it.</source>
        <translation>請結束所代的班次；代班會一併結束。</translation>
    </message>
    <message>
        <source>Close those that nobody uses.</source>
        <translation>請停用沒人使用的帳戶。</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>大客車</translation>
    </message>
    <message>
        <source>Collect the debt or write it off; then it can be purged.</source>
        <translation>請先收回或沖銷欠款，再清除。</translation>
    </message>
    <message>
        <source>Collect {owed_minor} or a part of it.</source>
        <translation>請收取 {owed_minor} 或其中一部分。</translation>
    </message>
    <message>
        <source>Compare it letter by letter. After five wrong tries it ends.</source>
        <translation>請逐字核對；錯誤五次後失效。</translation>
    </message>
    <message>
        <source>Compare the server's name with the address, and choose the right CA file.</source>
        <translation>請比對伺服器名稱與位址，並選擇正確的 CA 檔案。</translation>
    </message>
    <message>
        <source>Compare the topic with that in the device.</source>
        <translation>請與設備內的主題比對。</translation>
    </message>
    <message>
        <source>Compare the two pictures, then correct the plate or open by hand.</source>
        <translation>請比對兩張影像，再更正車牌或手動開啟。</translation>
    </message>
    <message>
        <source>Compare them at the hub and choose one.</source>
        <translation>請在中樞比較後選擇其一。</translation>
    </message>
    <message>
        <source>Compare with the picture and correct the plate.</source>
        <translation>請與影像比對並更正車牌。</translation>
    </message>
    <message>
        <source>Complaint that is right</source>
        <translation>客訴有理</translation>
    </message>
    <message>
        <source>Confirm the fee first, or correct what is wrong.</source>
        <translation>請先確認費用，或更正錯誤。</translation>
    </message>
    <message>
        <source>Copies go to a second place.</source>
        <translation>備份會存到第二個地方。</translation>
    </message>
    <message>
        <source>Copy the model again.</source>
        <translation>請重新複製模型。</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>請更正後再儲存。</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>請修正後再試一次。</translation>
    </message>
    <message>
        <source>Correct it in the settings file: own, onnx: or process:.</source>
        <translation>請在設定檔中修正：own、onnx: 或 process:。</translation>
    </message>
    <message>
        <source>Correct it under Settings, Payments.</source>
        <translation>請在「設定、付款」更正。</translation>
    </message>
    <message>
        <source>Correct it under Settings, Payments: https:// and the host.</source>
        <translation>請在「設定、付款」更正：https:// 加主機名稱。</translation>
    </message>
    <message>
        <source>Correct its address on the Devices page.</source>
        <translation>請在「裝置」頁更正其位址。</translation>
    </message>
    <message>
        <source>Correct its command in the settings file.</source>
        <translation>請在設定檔中修正其指令。</translation>
    </message>
    <message>
        <source>Correct its id under Settings, Payments.</source>
        <translation>請在「設定、付款」更正讀卡機代號。</translation>
    </message>
    <message>
        <source>Correct its kind and address on the Devices page.</source>
        <translation>請在「設備」頁更正其種類與位址。</translation>
    </message>
    <message>
        <source>Correct its path in the settings file.</source>
        <translation>請在設定檔中修正其路徑。</translation>
    </message>
    <message>
        <source>Correct name and password on the Devices page.</source>
        <translation>請在「設備」頁更正名稱與密碼。</translation>
    </message>
    <message>
        <source>Correct the address in the configuration.</source>
        <translation>請更正設定中的位址。</translation>
    </message>
    <message>
        <source>Correct the alphabet in the file beside the model.</source>
        <translation>請修正模型旁說明檔中的字元表。</translation>
    </message>
    <message>
        <source>Correct the file beside the model; the log names the line.</source>
        <translation>請修正模型旁的檔案；記錄檔會指出錯誤之處。</translation>
    </message>
    <message>
        <source>Correct the file beside the model; the log tells more.</source>
        <translation>請修正模型旁的檔案；詳情請見記錄檔。</translation>
    </message>
    <message>
        <source>Correct them on the Devices page.</source>
        <translation>請在「裝置」頁更正。</translation>
    </message>
    <message>
        <source>Correct this line in the file and start again.</source>
        <translation>請更正檔案中的這一行再重新啟動。</translation>
    </message>
    <message>
        <source>Cost nothing by the draft, though something was paid.</source>
        <translation>依草稿不收費，但實際曾付款。</translation>
    </message>
    <message>
        <source>Count it, or close without a count.</source>
        <translation>請清點，或以未清點結班。</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>清點現金</translation>
    </message>
    <message>
        <source>Dates from {first} to {last} hold no day at all.</source>
        <translation>從 {first} 到 {last} 不含任何一天。</translation>
    </message>
    <message>
        <source>Delete one that is no longer wanted.</source>
        <translation>請刪除一份不再需要的草稿。</translation>
    </message>
    <message>
        <source>Delivery or long vehicle</source>
        <translation>送貨或長型車輛</translation>
    </message>
    <message>
        <source>Described:</source>
        <translation>車輛資料：</translation>
    </message>
    <message>
        <source>Disabled driver</source>
        <translation>身心障礙者</translation>
    </message>
    <message>
        <source>Do it once more; if it comes again, tell the administrator.</source>
        <translation>請再做一次；若再發生，請通知管理員。</translation>
    </message>
    <message>
        <source>Do it there.</source>
        <translation>請在該機操作。</translation>
    </message>
    <message>
        <source>Draw them in the camera's own settings.</source>
        <translation>請在攝影機本身的設定中繪製。</translation>
    </message>
    <message>
        <source>Driver cannot be found</source>
        <translation>找不到駕駛人</translation>
    </message>
    <message>
        <source>Driver does not want it</source>
        <translation>駕駛人不要退款</translation>
    </message>
    <message>
        <source>Driver pays in another way</source>
        <translation>駕駛改用其他方式</translation>
    </message>
    <message>
        <source>Driver stays after all</source>
        <translation>駕駛還要停</translation>
    </message>
    <message>
        <source>Drivers know whom to call.</source>
        <translation>駕駛人知道要打電話給誰。</translation>
    </message>
    <message>
        <source>Drove in.</source>
        <translation>已駛入。</translation>
    </message>
    <message>
        <source>Drove out.</source>
        <translation>已駛出。</translation>
    </message>
    <message>
        <source>Due back to the driver:</source>
        <translation>應退還駕駛：</translation>
    </message>
    <message>
        <source>Each stamp is good once.</source>
        <translation>每個章號只能使用一次。</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>緊急狀況</translation>
    </message>
    <message>
        <source>Emergency, public service</source>
        <translation>緊急或公務</translation>
    </message>
    <message>
        <source>End it, or choose another line.</source>
        <translation>請結束該程式，或選擇其他序列埠。</translation>
    </message>
    <message>
        <source>End the relief first.</source>
        <translation>請先結束代班。</translation>
    </message>
    <message>
        <source>End the stay first; then it can be purged.</source>
        <translation>請先結束停車，再清除。</translation>
    </message>
    <message>
        <source>Enter its address on the Devices page.</source>
        <translation>請在「設備」頁輸入其位址。</translation>
    </message>
    <message>
        <source>Enter shows both payments.</source>
        <translation>按 Enter 查看兩筆付款。</translation>
    </message>
    <message>
        <source>Enter shows it.</source>
        <translation>按 Enter 查看。</translation>
    </message>
    <message>
        <source>Enter shows why.</source>
        <translation>按 Enter 查看原因。</translation>
    </message>
    <message>
        <source>Enter the lot's telephone number under Settings.</source>
        <translation>請在「設定」中輸入停車場電話。</translation>
    </message>
    <message>
        <source>Enter: change handed out</source>
        <translation>Enter：已找零</translation>
    </message>
    <message>
        <source>Enter: print a copy</source>
        <translation>Enter：補印副本</translation>
    </message>
    <message>
        <source>Entered from the paper book.</source>
        <translation>由紙本補登。</translation>
    </message>
    <message>
        <source>Entries are not filed under the subjects that they name.</source>
        <translation>有紀錄未歸在其所提及的對象之下。</translation>
    </message>
    <message>
        <source>Entries were cut off, or an old copy was put back: keep this file.</source>
        <translation>有紀錄被截去，或被換成舊的複本：請保留此檔案。</translation>
    </message>
    <message>
        <source>Entry and exit need a time zone to be priced.</source>
        <translation>進場與出場時間沒有時區，無法計價。</translation>
    </message>
    <message>
        <source>Entry time corrected to {entry_at}; the price is made anew.</source>
        <translation>進場時間已更正為 {entry_at}，費用已重新計算。</translation>
    </message>
    <message>
        <source>Entry time corrected.</source>
        <translation>進場時間已更正。</translation>
    </message>
    <message>
        <source>Entry time set by rule when the lot's records began.</source>
        <translation>入場時間於紀錄啟用時依規則設定。</translation>
    </message>
    <message>
        <source>Every far side is tried now.</source>
        <translation>正在重試所有連線。</translation>
    </message>
    <message>
        <source>Everybody has a PIN on this console.</source>
        <translation>每個人在這台主控台都有 PIN。</translation>
    </message>
    <message>
        <source>F10 shows it.</source>
        <translation>按 F10 查看。</translation>
    </message>
    <message>
        <source>F7 lets it go.</source>
        <translation>按 F7 放下。</translation>
    </message>
    <message>
        <source>Failed at {at}: {task}.</source>
        <translation>{at} 失敗：{task}。</translation>
    </message>
    <message>
        <source>Fault of our equipment</source>
        <translation>我方設備故障</translation>
    </message>
    <message>
        <source>Fill both in.</source>
        <translation>兩者皆須填寫。</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>請填寫：{field}。</translation>
    </message>
    <message>
        <source>Fill it in by hand; the log tells more.</source>
        <translation>請手動填寫；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火災</translation>
    </message>
    <message>
        <source>For instance where it stands: Booth, Entry North.</source>
        <translation>例如所在位置：管理室、北側入口。</translation>
    </message>
    <message>
        <source>For whom “{name}” is cannot be said in a RateTable; it belongs into a RightSpecification.</source>
        <translation>「{name}」的適用對象無法寫入 RateTable，應寫在 RightSpecification。</translation>
    </message>
    <message>
        <source>Free minutes are left out: APDS has no place for them.</source>
        <translation>免費分鐘數未寫入：APDS 沒有此欄位。</translation>
    </message>
    <message>
        <source>Free some space at once.</source>
        <translation>請立即清出磁碟空間。</translation>
    </message>
    <message>
        <source>Free some space soon: then cars can still leave.</source>
        <translation>請儘快清出磁碟空間，車輛才能繼續離場。</translation>
    </message>
    <message>
        <source>Gate or loop fault</source>
        <translation>柵欄或線圈故障</translation>
    </message>
    <message>
        <source>Gates and cameras may be dark. Finish payments that are under way.</source>
        <translation>柵欄與攝影機可能已斷電。請完成進行中的收費。</translation>
    </message>
    <message>
        <source>Gates or loops speak through this MQTT broker.</source>
        <translation>有柵欄或線圈經由此 MQTT 代理伺服器通訊。</translation>
    </message>
    <message>
        <source>Give change</source>
        <translation>找零或換零錢</translation>
    </message>
    <message>
        <source>Give each lane a name of its own; at most 16.</source>
        <translation>請為每個車道取不同的名稱；最多 16 個。</translation>
    </message>
    <message>
        <source>Give it an external_id.</source>
        <translation>請提供 external_id。</translation>
    </message>
    <message>
        <source>Give it back in cash, or ask the service.</source>
        <translation>請以現金退還，或洽付款服務。</translation>
    </message>
    <message>
        <source>Give it back in cash.</source>
        <translation>請以現金退還。</translation>
    </message>
    <message>
        <source>Give it by the environment or the system's key store.</source>
        <translation>請透過環境變數或系統金鑰庫提供。</translation>
    </message>
    <message>
        <source>Give money back instead.</source>
        <translation>請改用退款。</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>請為其中一個改名。</translation>
    </message>
    <message>
        <source>Give the camera the key that stands on the Devices page.</source>
        <translation>請把「設備」頁上的金鑰設定到攝影機。</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another folder.</source>
        <translation>請給予此使用者寫入權限，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Give this user the right to write to the file.</source>
        <translation>請給予此使用者寫入該檔案的權限。</translation>
    </message>
    <message>
        <source>Given back by the way it came.</source>
        <translation>已依原付款方式退回。</translation>
    </message>
    <message>
        <source>Given back in another way</source>
        <translation>已用其他方式退還</translation>
    </message>
    <message>
        <source>Given back to the driver.</source>
        <translation>已退還駕駛人。</translation>
    </message>
    <message>
        <source>Given up at the desk.</source>
        <translation>已在櫃檯取消。</translation>
    </message>
    <message>
        <source>Hand out the cash.</source>
        <translation>請交付現金。</translation>
    </message>
    <message>
        <source>Hand out the change first.</source>
        <translation>請先找零。</translation>
    </message>
    <message>
        <source>Hand out the slip.</source>
        <translation>請交付欠單。</translation>
    </message>
    <message>
        <source>Hand {amount_minor} out to {plate}: it is booked out of this drawer.</source>
        <translation>請將 {amount_minor} 交給 {plate}：已由此錢箱支出。</translation>
    </message>
    <message>
        <source>Hand {amount_minor} out to {plate}; {other_minor} are on their way back by the platform.</source>
        <translation>請將 {amount_minor} 交給 {plate}；另有 {other_minor} 由平台退回中。</translation>
    </message>
    <message>
        <source>Handed to who collects it</source>
        <translation>交給收款人員</translation>
    </message>
    <message>
        <source>Have a new roll ready.</source>
        <translation>請備妥新紙捲。</translation>
    </message>
    <message>
        <source>Have it closed, then open your own.</source>
        <translation>請先將其結班，再開自己的班。</translation>
    </message>
    <message>
        <source>Have it paid back at another console.</source>
        <translation>請改由另一台主控台退還。</translation>
    </message>
    <message>
        <source>Have the driver show a new one, and scan it.</source>
        <translation>請駕駛出示新的付款碼再掃描。</translation>
    </message>
    <message>
        <source>Have the driver show it anew, and scan it.</source>
        <translation>請駕駛重新出示，再掃描一次。</translation>
    </message>
    <message>
        <source>Have the driver show it anew.</source>
        <translation>請駕駛重新出示。</translation>
    </message>
    <message>
        <source>Have the system set it from the network.</source>
        <translation>請讓系統從網路校時。</translation>
    </message>
    <message>
        <source>Held open since {since} by {by}: {why}.</source>
        <translation>自 {since} 由 {by} 保持開啟：{why}。</translation>
    </message>
    <message>
        <source>Hold the badge to the reader again.</source>
        <translation>請再刷一次識別卡。</translation>
    </message>
    <message>
        <source>Holding the gate did not work: {cause}</source>
        <translation>保持開啟失敗：{cause}</translation>
    </message>
    <message>
        <source>How far “{name}” reaches is left out.</source>
        <translation>「{name}」的涵蓋範圍未寫入。</translation>
    </message>
    <message>
        <source>If it does not come back soon, make this console the hub.</source>
        <translation>若短時間內無法恢復，請讓本主控台擔任中樞。</translation>
    </message>
    <message>
        <source>If it is meant to be free, add a free charge for holidays.</source>
        <translation>若假日本來就要免費，請新增假日的免費項目。</translation>
    </message>
    <message>
        <source>If it is meant to be free, add a free charge that says so.</source>
        <translation>若本來就要免費，請新增一個免費項目寫明。</translation>
    </message>
    <message>
        <source>Install Lotkeeper again.</source>
        <translation>請重新安裝 Lotkeeper。</translation>
    </message>
    <message>
        <source>Install that version here.</source>
        <translation>請在此安裝該版本。</translation>
    </message>
    <message>
        <source>Install that version, or restore a backup made before the upgrade.</source>
        <translation>請安裝該版本，或還原升級前的備份。</translation>
    </message>
    <message>
        <source>Into the safe</source>
        <translation>投入保險箱</translation>
    </message>
    <message>
        <source>Is not in the lot</source>
        <translation>不在場內</translation>
    </message>
    <message>
        <source>It answers with what nobody understands.</source>
        <translation>對方的回應無法理解。</translation>
    </message>
    <message>
        <source>It belongs to another lot.</source>
        <translation>對方屬於另一個停車場。</translation>
    </message>
    <message>
        <source>It came in long ago: it may have left unseen and come back.</source>
        <translation>進場已久：可能曾未被辨識而離場，之後又回來。</translation>
    </message>
    <message>
        <source>It cannot be wired like this: {problem}.</source>
        <translation>無法這樣接線：{problem}。</translation>
    </message>
    <message>
        <source>It cannot do this for the lot now: {duty}.</source>
        <translation>目前無法為本場執行：{duty}。</translation>
    </message>
    <message>
        <source>It did stay that long</source>
        <translation>確實停了這麼久</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>沒有回應。</translation>
    </message>
    <message>
        <source>It does not know this console's key.</source>
        <translation>對方不認得此主控台的金鑰。</translation>
    </message>
    <message>
        <source>It does not know what it was asked.</source>
        <translation>對方不認得這項請求。</translation>
    </message>
    <message>
        <source>It failed at what it was asked.</source>
        <translation>對方執行時發生錯誤。</translation>
    </message>
    <message>
        <source>It goes back by the way it came.</source>
        <translation>將依原付款方式退回。</translation>
    </message>
    <message>
        <source>It goes back the way it came, by itself.</source>
        <translation>將自動循原付款方式退回。</translation>
    </message>
    <message>
        <source>It goes on by itself once it has cooled.</source>
        <translation>冷卻後會自動繼續。</translation>
    </message>
    <message>
        <source>It had left, and came back</source>
        <translation>曾離場後又回來</translation>
    </message>
    <message>
        <source>It has a Z report once it is closed.</source>
        <translation>結班後才有 Z 報表。</translation>
    </message>
    <message>
        <source>It has ten characters and one behind them.</source>
        <translation>檢查碼為十個字元加一個驗證字元。</translation>
    </message>
    <message>
        <source>It has too much to do.</source>
        <translation>對方忙碌中。</translation>
    </message>
    <message>
        <source>It holds as soon as the hub has agreed.</source>
        <translation>中樞同意後即生效。</translation>
    </message>
    <message>
        <source>It is asked about again and again. Enter shows it.</source>
        <translation>系統會持續查詢。按 Enter 查看。</translation>
    </message>
    <message>
        <source>It is asked again by itself.</source>
        <translation>系統會自動再次詢問。</translation>
    </message>
    <message>
        <source>It is asked again by itself. Look at the network if it stays so.</source>
        <translation>系統會自動再次詢問；若持續發生請檢查網路。</translation>
    </message>
    <message>
        <source>It is asked again by itself. Take cash meanwhile.</source>
        <translation>系統會自動再次詢問，期間請收現金。</translation>
    </message>
    <message>
        <source>It is being paid since {since} (console: {console}).</source>
        <translation>自 {since} 起正在付款（主控台：{console}）。</translation>
    </message>
    <message>
        <source>It is done again now.</source>
        <translation>正在重新執行。</translation>
    </message>
    <message>
        <source>It is made again at the next start.</source>
        <translation>下次啟動時會重新建立。</translation>
    </message>
    <message>
        <source>It is made by itself within the hour.</source>
        <translation>一小時內會自動備份。</translation>
    </message>
    <message>
        <source>It is not known whether the barrier opened.</source>
        <translation>不確定柵欄是否已開啟。</translation>
    </message>
    <message>
        <source>It is not known whether the barrier stays open.</source>
        <translation>不確定柵欄是否保持開啟。</translation>
    </message>
    <message>
        <source>It is not known whether the cash drawer opened.</source>
        <translation>不確定錢櫃是否已打開。</translation>
    </message>
    <message>
        <source>It is not known whether the receipt was printed; the payment stands.</source>
        <translation>不確定收據是否已列印；繳費仍有效。</translation>
    </message>
    <message>
        <source>It is not known whether the shift's slip came out.</source>
        <translation>無法確定班次單據是否已印出。</translation>
    </message>
    <message>
        <source>It is not known yet whether this car paid.</source>
        <translation>尚不確定此車是否已付款。</translation>
    </message>
    <message>
        <source>It is settled already.</source>
        <translation>已經結清。</translation>
    </message>
    <message>
        <source>It is still being asked for.</source>
        <translation>仍在請款中。</translation>
    </message>
    <message>
        <source>It is still open, or was closed before reports were kept.</source>
        <translation>班次仍在進行，或在開始保存報表之前已結束。</translation>
    </message>
    <message>
        <source>It is too late to give it back by this way.</source>
        <translation>已超過此方式的退款期限。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>系統會自動重試。</translation>
    </message>
    <message>
        <source>It is written down what became of it.</source>
        <translation>結果已記錄。</translation>
    </message>
    <message>
        <source>It looks like LK-XXXX-XXXX-XXXX-XXXX; letters O, I and L may be typed as they look.</source>
        <translation>格式為 LK-XXXX-XXXX-XXXX-XXXX；O、I、L 可照樣輸入。</translation>
    </message>
    <message>
        <source>It may leave.</source>
        <translation>可以離場。</translation>
    </message>
    <message>
        <source>It must name the pictures and their plates.</source>
        <translation>檔案必須列出圖片及其車牌。</translation>
    </message>
    <message>
        <source>It must speak MQTT 5 and let the console use the device's topics.</source>
        <translation>它必須支援 MQTT 5，並允許主控台使用設備的主題。</translation>
    </message>
    <message>
        <source>It never reached the terminal or platform; nothing was taken.</source>
        <translation>請求從未送達刷卡機或平台；沒有收款。</translation>
    </message>
    <message>
        <source>It opens by itself when a space becomes free.</source>
        <translation>有空位時會自動開啟。</translation>
    </message>
    <message>
        <source>It opens by itself when this entrance is given one; or open by hand.</source>
        <translation>分配到車位後會自動開啟；也可手動開啟。</translation>
    </message>
    <message>
        <source>It opens half an hour before; until then let the car in as any other.</source>
        <translation>開始前半小時起可憑預約開啟；在此之前請比照一般車輛放行。</translation>
    </message>
    <message>
        <source>It proves that the terminal took the money.</source>
        <translation>以證明刷卡機已收款。</translation>
    </message>
    <message>
        <source>It refuses this console.</source>
        <translation>對方拒絕此主控台。</translation>
    </message>
    <message>
        <source>It runs version {version}, this console {here}.</source>
        <translation>該機版本為 {version}，本機為 {here}。</translation>
    </message>
    <message>
        <source>It stays as it is until you come back.</source>
        <translation>內容會保留到您回來為止。</translation>
    </message>
    <message>
        <source>It was cleared; find the program that publishes with the retain flag.</source>
        <translation>已清除；請找出以保留旗標發布的程式。</translation>
    </message>
    <message>
        <source>It was declined.</source>
        <translation>付款遭拒。</translation>
    </message>
    <message>
        <source>It was given back at the service already.</source>
        <translation>付款服務已退過款。</translation>
    </message>
    <message>
        <source>It was no longer worth doing and was dropped.</source>
        <translation>已無需執行，故予捨棄。</translation>
    </message>
    <message>
        <source>It was revoked and still holds {count} spaces.</source>
        <translation>已撤銷，但仍持有 {count} 個車位。</translation>
    </message>
    <message>
        <source>It was set back to an old copy without a new identity: restore with lotkeeper db restore.</source>
        <translation>本機被還原成舊副本卻沒有新的身分：請用 lotkeeper db restore 還原。</translation>
    </message>
    <message>
        <source>Its account is not set up here any more: nobody can be asked.</source>
        <translation>這個收款帳號已不在設定中：無法查詢。</translation>
    </message>
    <message>
        <source>Its booking was shown.</source>
        <translation>已出示預約。</translation>
    </message>
    <message>
        <source>Its clock is {minutes} minutes ahead of the lot's: prices are wrong.</source>
        <translation>它的時鐘比本場快 {minutes} 分鐘：計費會出錯。</translation>
    </message>
    <message>
        <source>Its clock is {minutes} minutes behind the lot's: prices are wrong.</source>
        <translation>它的時鐘比本場慢 {minutes} 分鐘：計費會出錯。</translation>
    </message>
    <message>
        <source>Its driver owes money.</source>
        <translation>駕駛尚有欠款。</translation>
    </message>
    <message>
        <source>Its log tells more.</source>
        <translation>詳見對方的記錄檔。</translation>
    </message>
    <message>
        <source>Its receipt was shown: paid and in time.</source>
        <translation>已出示收據：已繳費且在時限內。</translation>
    </message>
    <message>
        <source>Its ticket is lost, which has its own price.</source>
        <translation>票券遺失，另有收費規定。</translation>
    </message>
    <message>
        <source>Join again with a new code.</source>
        <translation>請以新的代碼重新加入。</translation>
    </message>
    <message>
        <source>Keep a copy of it and restore the last backup.</source>
        <translation>請保留一份副本並還原最近的備份。</translation>
    </message>
    <message>
        <source>LINE Pay</source>
        <translation>LINE Pay</translation>
    </message>
    <message>
        <source>LINE Pay (code to scan)</source>
        <translation>LINE Pay（駕駛掃碼）</translation>
    </message>
    <message>
        <source>LINE Pay (the driver's code is scanned)</source>
        <translation>LINE Pay（掃描駕駛付款碼）</translation>
    </message>
    <message>
        <source>Lanes go on with what is known here. To take part again, join with a new code.</source>
        <translation>車道依本機資料繼續運作。要重新參與，請以新的代碼加入。</translation>
    </message>
    <message>
        <source>Leave it empty to have it learned from what is paid.</source>
        <translation>留空則由付款紀錄自動學習。</translation>
    </message>
    <message>
        <source>Leave it empty; who joins a lot writes it down by that.</source>
        <translation>請留空；加入停車場時會自動填入。</translation>
    </message>
    <message>
        <source>Leave it so if “{after}” is a special that is meant to reward it.</source>
        <translation>若「{after}」是刻意給予的優惠，可以保留。</translation>
    </message>
    <message>
        <source>Leave time and cash empty if this is the same money.</source>
        <translation>若是同一筆錢，請將時間與現金留空。</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>棄置</translation>
    </message>
    <message>
        <source>Left to be paid later:</source>
        <translation>日後補繳：</translation>
    </message>
    <message>
        <source>Left unseen</source>
        <translation>離場時未被偵測</translation>
    </message>
    <message>
        <source>Left without paying, through a gate that was held open.</source>
        <translation>經由保持開啟的柵欄離場，未繳費。</translation>
    </message>
    <message>
        <source>Let cars through by hand; look at the relay board.</source>
        <translation>請手動放行車輛，並查看繼電器板。</translation>
    </message>
    <message>
        <source>Let each step end later than the one before.</source>
        <translation>請讓每一段都比前一段晚結束。</translation>
    </message>
    <message>
        <source>Let in by hand.</source>
        <translation>手動放行入場。</translation>
    </message>
    <message>
        <source>Let in with its booking.</source>
        <translation>憑預約放行進場。</translation>
    </message>
    <message>
        <source>Let in, but no crossing was seen.</source>
        <translation>已放行入場，但未見通過。</translation>
    </message>
    <message>
        <source>Let in.</source>
        <translation>已放行入場。</translation>
    </message>
    <message>
        <source>Let it follow a time server: entries, exits and prices go by it.</source>
        <translation>請與時間伺服器同步：進場、出場與計費都以它為準。</translation>
    </message>
    <message>
        <source>Let it go first, if it is to be held for another reason.</source>
        <translation>若要改以其他原因保持開啟，請先放下。</translation>
    </message>
    <message>
        <source>Let its PC follow a time server; look at the hub's clock, too.</source>
        <translation>請讓那台電腦與時間伺服器同步，也請檢查中樞的時鐘。</translation>
    </message>
    <message>
        <source>Let its PC follow a time server; look at the hub's clock, too. Set back, it must be settled.</source>
        <translation>請讓那台電腦與時間伺服器同步，也請檢查中樞的時鐘。調慢之後須在此確認時鐘。</translation>
    </message>
    <message>
        <source>Let its administrator look at pg_hba.conf.</source>
        <translation>請管理員檢查 pg_hba.conf。</translation>
    </message>
    <message>
        <source>Let its administrator make one for this lot: lotkeeper db console.</source>
        <translation>請管理員為本停車場建立帳號：lotkeeper db console。</translation>
    </message>
    <message>
        <source>Let its administrator make one with lotkeeper db console --hub.</source>
        <translation>請管理員以 lotkeeper db console --hub 建立帳號。</translation>
    </message>
    <message>
        <source>Let its administrator run lotkeeper db upgrade.</source>
        <translation>請管理員執行 lotkeeper db upgrade。</translation>
    </message>
    <message>
        <source>Let its administrator switch TLS on.</source>
        <translation>請管理員啟用 TLS。</translation>
    </message>
    <message>
        <source>Let out, but no crossing was seen.</source>
        <translation>已放行出場，但未見通過。</translation>
    </message>
    <message>
        <source>Let out.</source>
        <translation>已放行出場。</translation>
    </message>
    <message>
        <source>Let that console verify its journal: lotkeeper journal verify.</source>
        <translation>請在該主控台執行 lotkeeper journal verify 驗證日誌。</translation>
    </message>
    <message>
        <source>Let the car in as any other.</source>
        <translation>請比照一般車輛放行。</translation>
    </message>
    <message>
        <source>Let the driver owe all of it (IOU).</source>
        <translation>請讓駕駛全額賒欠（欠條）。</translation>
    </message>
    <message>
        <source>Let the one who takes over sign on.</source>
        <translation>請由接手的人登入。</translation>
    </message>
    <message>
        <source>Let the step last a whole number of units.</source>
        <translation>請讓這一段剛好是單位的整數倍。</translation>
    </message>
    <message>
        <source>Let this user delete files there, too.</source>
        <translation>請讓此使用者也能刪除檔案。</translation>
    </message>
    <message>
        <source>List their dates, or name a holiday calendar.</source>
        <translation>請列出假日日期，或指定假日曆。</translation>
    </message>
    <message>
        <source>Look among the cars inside.</source>
        <translation>請在場內車輛中查看。</translation>
    </message>
    <message>
        <source>Look at Audit, Proof; keep a copy of the file and of the Z reports.</source>
        <translation>請看「稽核」的「證明」；並保留檔案複本與 Z 報表。</translation>
    </message>
    <message>
        <source>Look at a longer time.</source>
        <translation>請查看較長的期間。</translation>
    </message>
    <message>
        <source>Look at date and time.</source>
        <translation>請確認日期與時間。</translation>
    </message>
    <message>
        <source>Look at it; open it by its key if it is shut.</source>
        <translation>請查看；若仍關著，請用鑰匙打開。</translation>
    </message>
    <message>
        <source>Look at its USB plug, or choose its port on the Devices page.</source>
        <translation>請檢查 USB 插頭，或在「裝置」頁選擇連接埠。</translation>
    </message>
    <message>
        <source>Look at its address and inputs on the Devices page.</source>
        <translation>請檢查「裝置」頁中的位址與輸入點。</translation>
    </message>
    <message>
        <source>Look at its address and port.</source>
        <translation>請檢查其位址與連接埠。</translation>
    </message>
    <message>
        <source>Look at its address, its user and its password.</source>
        <translation>請檢查其位址、使用者與密碼。</translation>
    </message>
    <message>
        <source>Look at its cable, or search for it on the device page.</source>
        <translation>請檢查連接線，或在裝置頁搜尋。</translation>
    </message>
    <message>
        <source>Look at its dates and days, or take it out.</source>
        <translation>請檢查其日期與日別，或移除此項目。</translation>
    </message>
    <message>
        <source>Look at its inputs on the Devices page.</source>
        <translation>請檢查「裝置」頁中的輸入點。</translation>
    </message>
    <message>
        <source>Look at its path, or leave it empty.</source>
        <translation>請檢查路徑，或留空。</translation>
    </message>
    <message>
        <source>Look at its power and cable.</source>
        <translation>請檢查電源與線路。</translation>
    </message>
    <message>
        <source>Look at its power and network. Take cash meanwhile.</source>
        <translation>請檢查電源與網路，期間請收現金。</translation>
    </message>
    <message>
        <source>Look at its power and network; take cash meanwhile.</source>
        <translation>請檢查電源與網路；期間請收現金。</translation>
    </message>
    <message>
        <source>Look at its power, cable and address.</source>
        <translation>請檢查電源、線路與位址。</translation>
    </message>
    <message>
        <source>Look at login and address in the configuration.</source>
        <translation>檢查設定中的帳號與位址。</translation>
    </message>
    <message>
        <source>Look at printer and network.</source>
        <translation>檢查印表機與網路。</translation>
    </message>
    <message>
        <source>Look at that stay or shift on both consoles.</source>
        <translation>請在兩台主控台查看該停車或班別。</translation>
    </message>
    <message>
        <source>Look at the address, and whether the disk is plugged in.</source>
        <translation>檢查位址以及磁碟是否已接上。</translation>
    </message>
    <message>
        <source>Look at the address; somebody may stand in between.</source>
        <translation>請檢查位址；可能有人居中攔截。</translation>
    </message>
    <message>
        <source>Look at the amount: {amount_minor}.</source>
        <translation>請確認金額：{amount_minor}。</translation>
    </message>
    <message>
        <source>Look at the barrier and at its wiring.</source>
        <translation>請檢查柵欄及其接線。</translation>
    </message>
    <message>
        <source>Look at the barrier, then open by hand once more.</source>
        <translation>請查看柵欄，再手動開啟一次。</translation>
    </message>
    <message>
        <source>Look at the barrier; open by hand if the car still waits.</source>
        <translation>請查看柵欄；若車輛仍在等候，請手動開啟。</translation>
    </message>
    <message>
        <source>Look at the boom before doing anything else.</source>
        <translation>請先查看柵欄再做其他事。</translation>
    </message>
    <message>
        <source>Look at the boom, and at what lies under it.</source>
        <translation>請查看欄桿，以及下方有什麼東西。</translation>
    </message>
    <message>
        <source>Look at the boom, then try once more.</source>
        <translation>請查看欄桿，然後再試一次。</translation>
    </message>
    <message>
        <source>Look at the boom; hold it open once more if it is to stay up.</source>
        <translation>請查看欄桿；若要維持升起，請再按一次保持開啟。</translation>
    </message>
    <message>
        <source>Look at the boom; open by the switch at the barrier.</source>
        <translation>請查看欄桿；用柵欄機旁的開關打開。</translation>
    </message>
    <message>
        <source>Look at the cable between it and the machine that watches it.</source>
        <translation>請檢查它與監看電腦之間的線路。</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>請檢查攝影機。</translation>
    </message>
    <message>
        <source>Look at the camera: where it points, its focus, what its view leaves out.</source>
        <translation>請檢查攝影機：朝向、對焦，以及畫面排除的範圍。</translation>
    </message>
    <message>
        <source>Look at the computer that the MQTT broker runs on.</source>
        <translation>請檢查執行 MQTT 代理伺服器的電腦。</translation>
    </message>
    <message>
        <source>Look at the date.</source>
        <translation>請確認日期。</translation>
    </message>
    <message>
        <source>Look at the days and dates of its charges.</source>
        <translation>請檢查收費項目的星期與日期。</translation>
    </message>
    <message>
        <source>Look at the devices in the settings.</source>
        <translation>請檢查設定中的裝置。</translation>
    </message>
    <message>
        <source>Look at the disk.</source>
        <translation>請檢查磁碟。</translation>
    </message>
    <message>
        <source>Look at the end of the address.</source>
        <translation>請檢查位址的結尾。</translation>
    </message>
    <message>
        <source>Look at the examples; an edge an hour earlier or later avoids it.</source>
        <translation>請看試算；把時段界線提早或延後一小時即可避免。</translation>
    </message>
    <message>
        <source>Look at the gate.</source>
        <translation>請察看柵欄。</translation>
    </message>
    <message>
        <source>Look at the gate. F6 holds it open again, F7 lets it go.</source>
        <translation>請查看柵欄。F6 再次保持開啟，F7 放下。</translation>
    </message>
    <message>
        <source>Look at the internet connection and the address, then ask again.</source>
        <translation>請檢查網路連線與位址，再詢問一次。</translation>
    </message>
    <message>
        <source>Look at the internet connection. It is asked again by itself.</source>
        <translation>請檢查網路連線，系統會自動再次詢問。</translation>
    </message>
    <message>
        <source>Look at the lane again.</source>
        <translation>請再看一次車道。</translation>
    </message>
    <message>
        <source>Look at the lane. Open by hand (paid), or give the money back.</source>
        <translation>請查看車道。手動開啟（已付款），或退款。</translation>
    </message>
    <message>
        <source>Look at the light of the lane and at the lens.</source>
        <translation>請檢查車道照明與鏡頭。</translation>
    </message>
    <message>
        <source>Look at the loop and its detector.</source>
        <translation>請查看感應線圈及其偵測器。</translation>
    </message>
    <message>
        <source>Look at the loop detector.</source>
        <translation>請檢查線圈偵測器。</translation>
    </message>
    <message>
        <source>Look at the name on the Devices page.</source>
        <translation>請檢查「裝置」頁中的名稱。</translation>
    </message>
    <message>
        <source>Look at the network and the server.</source>
        <translation>檢查網路與伺服器。</translation>
    </message>
    <message>
        <source>Look at the network and whether it runs.</source>
        <translation>檢查網路以及對方是否在執行。</translation>
    </message>
    <message>
        <source>Look at the number, and at the stay it was entered for.</source>
        <translation>請確認號碼，以及當時補登的停車紀錄。</translation>
    </message>
    <message>
        <source>Look at the picture and at the boom.</source>
        <translation>請查看畫面與柵欄。</translation>
    </message>
    <message>
        <source>Look at the picture: who opened it, and with what?</source>
        <translation>請看照片：是誰、用什麼打開的？</translation>
    </message>
    <message>
        <source>Look at the picture; if it is a stay, end it by hand.</source>
        <translation>請看照片；若屬於某筆停車，請手動結束。</translation>
    </message>
    <message>
        <source>Look at the pictures: dirt, shadow, or a screw on the plate?</source>
        <translation>請看照片：車牌上是否有髒污、陰影或螺絲？</translation>
    </message>
    <message>
        <source>Look at the pictures: is the lens dirty, the lamp weak or too bright?</source>
        <translation>請看照片：鏡頭是否髒污，燈光是否太弱或太強？</translation>
    </message>
    <message>
        <source>Look at the plate; if it was misread, correct it and scan again.</source>
        <translation>請查看車牌；若是讀錯，更正後再掃描一次。</translation>
    </message>
    <message>
        <source>Look at the printer, then print a copy.</source>
        <translation>請檢查印表機，再補印副本。</translation>
    </message>
    <message>
        <source>Look at the printer; a copy is printed by itself.</source>
        <translation>請查看印表機；系統會自動列印一份副本。</translation>
    </message>
    <message>
        <source>Look at the printer; print a copy if it did not.</source>
        <translation>請查看印表機；若未印出請列印副本。</translation>
    </message>
    <message>
        <source>Look at the printer; what waits is printed by itself.</source>
        <translation>請查看印表機；等待中的收據會自動列印。</translation>
    </message>
    <message>
        <source>Look at the relay board's power and cable.</source>
        <translation>請檢查繼電器板的電源與線路。</translation>
    </message>
    <message>
        <source>Look at the router and its line.</source>
        <translation>檢查路由器與線路。</translation>
    </message>
    <message>
        <source>Look at the router.</source>
        <translation>檢查路由器。</translation>
    </message>
    <message>
        <source>Look at the service's own page, then resolve it by hand.</source>
        <translation>請查看付款服務的網頁，再手動處理。</translation>
    </message>
    <message>
        <source>Look at the service's own page, then settle the refund by hand.</source>
        <translation>請查看付款服務的網頁，再手動處理退款。</translation>
    </message>
    <message>
        <source>Look at the sign itself.</source>
        <translation>請直接查看看板。</translation>
    </message>
    <message>
        <source>Look at the times.</source>
        <translation>請確認時間。</translation>
    </message>
    <message>
        <source>Look at the totals of its table: each should be at least the one before.</source>
        <translation>請檢查級距表的總額：每一列都不應低於前一列。</translation>
    </message>
    <message>
        <source>Look at the user and the password on the Devices page.</source>
        <translation>請檢查「裝置」頁中的使用者與密碼。</translation>
    </message>
    <message>
        <source>Look at user and password.</source>
        <translation>檢查使用者與密碼。</translation>
    </message>
    <message>
        <source>Look at where one season ends and the next begins.</source>
        <translation>請檢查前一季結束與下一季開始的日期。</translation>
    </message>
    <message>
        <source>Look that it comes down.</source>
        <translation>請確認柵欄放下。</translation>
    </message>
    <message>
        <source>Look that its boom goes up. F7 lets it go.</source>
        <translation>請看柵欄桿是否升起。按 F7 放下。</translation>
    </message>
    <message>
        <source>Look there yourself, then say here what became of it.</source>
        <translation>請自行至收款方查詢，再於此處登錄結果。</translation>
    </message>
    <message>
        <source>Look under Settings why none came there.</source>
        <translation>請在「設定」中查看為何沒有送達。</translation>
    </message>
    <message>
        <source>Look whether NUT (upsd) runs on that machine.</source>
        <translation>請檢查該電腦上的 NUT（upsd）是否在執行。</translation>
    </message>
    <message>
        <source>Look whether a vehicle stands under the boom.</source>
        <translation>請查看欄桿下是否停著車輛。</translation>
    </message>
    <message>
        <source>Look whether both consoles run the same version, then make it again.</source>
        <translation>請確認兩台主控台的版本相同，再重新變更。</translation>
    </message>
    <message>
        <source>Look whether it can be reached and written to.</source>
        <translation>檢查是否能連線與寫入。</translation>
    </message>
    <message>
        <source>Look whether it is there and not open elsewhere.</source>
        <translation>請確認檔案存在且未在他處開啟。</translation>
    </message>
    <message>
        <source>Look whether it runs and reaches hub or database.</source>
        <translation>檢查它是否執行、能否連上中樞或資料庫。</translation>
    </message>
    <message>
        <source>Look whether it runs. If it is lost for good, revoke it.</source>
        <translation>檢查它是否執行；若已無法找回，請撤銷它。</translation>
    </message>
    <message>
        <source>Look whether it was done, and do it by hand if not.</source>
        <translation>請確認是否已完成；若無，請人工處理。</translation>
    </message>
    <message>
        <source>Look whether it was done; it is not done twice.</source>
        <translation>請確認是否已完成；不會重複執行。</translation>
    </message>
    <message>
        <source>Look whether the address leads to a hub or a database of Lotkeeper.</source>
        <translation>檢查位址是否為 Lotkeeper 的中樞或資料庫。</translation>
    </message>
    <message>
        <source>Look whether the car still stands there.</source>
        <translation>請確認車輛是否仍在原處。</translation>
    </message>
    <message>
        <source>Look whether the data folder is there and may be read.</source>
        <translation>請確認資料夾存在且可讀取。</translation>
    </message>
    <message>
        <source>Look whether the disk is full.</source>
        <translation>請確認磁碟是否已滿。</translation>
    </message>
    <message>
        <source>Look which database or hub is configured.</source>
        <translation>請檢查設定的資料庫或中樞。</translation>
    </message>
    <message>
        <source>Look which vehicle stands there, then choose or type its plate.</source>
        <translation>請查看現場是哪一輛車，再選擇或輸入其車牌。</translation>
    </message>
    <message>
        <source>Lorry</source>
        <translation>貨車</translation>
    </message>
    <message>
        <source>Lost ticket</source>
        <translation>票券遺失</translation>
    </message>
    <message>
        <source>Lotkeeper is already open with this data folder.</source>
        <translation>Lotkeeper 已使用此資料夾開啟。</translation>
    </message>
    <message>
        <source>Lotkeeper made no such login.</source>
        <translation>Lotkeeper 沒有建立過這個登入。</translation>
    </message>
    <message>
        <source>Lotkeeper stays open.</source>
        <translation>Lotkeeper 保持開啟。</translation>
    </message>
    <message>
        <source>Lower the amount.</source>
        <translation>請降低金額。</translation>
    </message>
    <message>
        <source>Lower the minimum, or raise the maximum.</source>
        <translation>請降低下限，或提高上限。</translation>
    </message>
    <message>
        <source>Make a backup and have the disk looked at.</source>
        <translation>請備份並檢查磁碟。</translation>
    </message>
    <message>
        <source>Make a code at the hub under Consoles; it is good for 15 minutes.</source>
        <translation>請在中樞的「主控台」產生代碼，15 分鐘內有效。</translation>
    </message>
    <message>
        <source>Make a new one at the hub.</source>
        <translation>請在中樞產生新的代碼。</translation>
    </message>
    <message>
        <source>Make a new one, and look at that disk.</source>
        <translation>請重新備份並檢查該磁碟。</translation>
    </message>
    <message>
        <source>Make another console the hub first.</source>
        <translation>請先讓另一台主控台擔任中樞。</translation>
    </message>
    <message>
        <source>Make one now, and look why none was made by itself.</source>
        <translation>請立即備份，並查明為何沒有自動備份。</translation>
    </message>
    <message>
        <source>Make one now.</source>
        <translation>請立即備份。</translation>
    </message>
    <message>
        <source>Make room there.</source>
        <translation>請清出空間。</translation>
    </message>
    <message>
        <source>Make room: photos and backups need it.</source>
        <translation>請清出空間：照片與備份需要。</translation>
    </message>
    <message>
        <source>Make someone else administrator first.</source>
        <translation>請先將其他人設為管理員。</translation>
    </message>
    <message>
        <source>Marked as seen.</source>
        <translation>已標記為已查看。</translation>
    </message>
    <message>
        <source>May try to sign on again.</source>
        <translation>可以再試著登入。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Mend what the check names: {place}</source>
        <translation>請修正檢查指出之處：{place}</translation>
    </message>
    <message>
        <source>Merchant changed:</source>
        <translation>商家資料變更：</translation>
    </message>
    <message>
        <source>Merchants are kept on the Payments screen.</source>
        <translation>合作商家在「付款」畫面設定。</translation>
    </message>
    <message>
        <source>Money asked for.</source>
        <translation>已請款。</translation>
    </message>
    <message>
        <source>Money due back, settled:</source>
        <translation>退款已處理：</translation>
    </message>
    <message>
        <source>Money is due back to its driver.</source>
        <translation>尚有款項應退還駕駛。</translation>
    </message>
    <message>
        <source>Money that was found</source>
        <translation>拾得款項</translation>
    </message>
    <message>
        <source>More of this console's records are held elsewhere than here.</source>
        <translation>他處保存的本機記錄比本機還多。</translation>
    </message>
    <message>
        <source>More was to go back than had been taken.</source>
        <translation>退款金額超過已收金額。</translation>
    </message>
    <message>
        <source>More would stay in the drawer than was counted.</source>
        <translation>留在錢箱的金額多於實點金額。</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>機車</translation>
    </message>
    <message>
        <source>Move it into the picture.</source>
        <translation>請移回畫面內。</translation>
    </message>
    <message>
        <source>Move one of them, or remove one first.</source>
        <translation>請移動其中一點，或先移除一點。</translation>
    </message>
    <message>
        <source>Move the point back that crossed over.</source>
        <translation>請將越過的點移回。</translation>
    </message>
    <message>
        <source>Name its bookable spaces in the lot's settings.</source>
        <translation>請在停車場設定中列出可預約的車位。</translation>
    </message>
    <message>
        <source>Name one under Settings: a disk that fails takes its copies along.</source>
        <translation>請在「設定」中指定：硬碟故障時，上面的備份也會一起損失。</translation>
    </message>
    <message>
        <source>Name “holiday” among the days of a charge, or take the list out.</source>
        <translation>請在收費項目的日別中選「假日」，或移除清單。</translation>
    </message>
    <message>
        <source>Name, telephone and plate are a line each, not longer than {longest}.</source>
        <translation>姓名、電話及車牌各為一行，最長 {longest} 個字。</translation>
    </message>
    <message>
        <source>Names of bookable spaces have at most {longest} letters, each name once.</source>
        <translation>可預約車位的名稱最多 {longest} 個字，且不可重複。</translation>
    </message>
    <message>
        <source>No MQTT broker is given.</source>
        <translation>尚未設定 MQTT 代理伺服器。</translation>
    </message>
    <message>
        <source>No MQTT broker is named yet, and this device speaks through one.</source>
        <translation>尚未設定 MQTT 代理伺服器，而此裝置需透過它通訊。</translation>
    </message>
    <message>
        <source>No backup has reached the second place yet.</source>
        <translation>尚無備份送達第二存放處。</translation>
    </message>
    <message>
        <source>No car inside is like “{typed}”.</source>
        <translation>場內沒有與「{typed}」相近的車牌。</translation>
    </message>
    <message>
        <source>No car is chosen.</source>
        <translation>未選擇車輛。</translation>
    </message>
    <message>
        <source>No car stands at an entry; scan it again when it does.</source>
        <translation>入口沒有車；車到了再掃描一次。</translation>
    </message>
    <message>
        <source>No car stands at an exit; scan it again when it does.</source>
        <translation>出口沒有車；車到了再掃描一次。</translation>
    </message>
    <message>
        <source>No car stands at the lane.</source>
        <translation>車道上沒有車。</translation>
    </message>
    <message>
        <source>No car waits at the selected lane.</source>
        <translation>所選車道沒有等候的車。</translation>
    </message>
    <message>
        <source>No car waits for them. Look whether the place can be written to.</source>
        <translation>車輛不受影響。請檢查該處是否能寫入。</translation>
    </message>
    <message>
        <source>No car with this plate is inside.</source>
        <translation>場內沒有此車牌的車輛。</translation>
    </message>
    <message>
        <source>No car {plate} is inside.</source>
        <translation>場內沒有 {plate}。</translation>
    </message>
    <message>
        <source>No card terminal is set up at this console.</source>
        <translation>此控制台未設定刷卡機。</translation>
    </message>
    <message>
        <source>No cash drawer hangs on the printer.</source>
        <translation>印表機未接錢櫃。</translation>
    </message>
    <message>
        <source>No device listens to this topic at the MQTT broker.</source>
        <translation>MQTT 代理伺服器上沒有設備接收此主題。</translation>
    </message>
    <message>
        <source>No lane is running.</source>
        <translation>沒有運作中的車道。</translation>
    </message>
    <message>
        <source>No longer waited for.</source>
        <translation>不再等候。</translation>
    </message>
    <message>
        <source>No merchant gives reductions here.</source>
        <translation>沒有合作商家提供折抵。</translation>
    </message>
    <message>
        <source>No merchant has the code {typed}.</source>
        <translation>沒有商家使用代碼 {typed}。</translation>
    </message>
    <message>
        <source>No money is due back.</source>
        <translation>沒有應退還的款項。</translation>
    </message>
    <message>
        <source>No more than {left_minor} can go back this way.</source>
        <translation>以此方式最多可退 {left_minor}。</translation>
    </message>
    <message>
        <source>No more than {missing_minor} is missing.</source>
        <translation>最多只缺 {missing_minor}。</translation>
    </message>
    <message>
        <source>No payment platform is set up at this console.</source>
        <translation>此控制台未設定支付平台。</translation>
    </message>
    <message>
        <source>No payment was taken yet.</source>
        <translation>尚未收款。</translation>
    </message>
    <message>
        <source>No plate could be read.</source>
        <translation>無法辨識車牌。</translation>
    </message>
    <message>
        <source>No price can be made for this stay.</source>
        <translation>無法計算這筆停車的費用。</translation>
    </message>
    <message>
        <source>No rate is for lost tickets: such stays are priced like all others.</source>
        <translation>沒有票券遺失的費率：此類停車照一般計費。</translation>
    </message>
    <message>
        <source>No rate of the plan applies to this stay.</source>
        <translation>費率方案中沒有適用此次停車的費率。</translation>
    </message>
    <message>
        <source>No rate plan is in force.</source>
        <translation>目前沒有生效的費率。</translation>
    </message>
    <message>
        <source>No rate prices vehicles of the class “{class}”.</source>
        <translation>沒有任何費率適用車種「{class}」。</translation>
    </message>
    <message>
        <source>No record of its entry</source>
        <translation>沒有入場紀錄</translation>
    </message>
    <message>
        <source>No relief is running on this drawer.</source>
        <translation>此錢箱目前沒有代班。</translation>
    </message>
    <message>
        <source>No shift has this check code.</source>
        <translation>沒有班次使用此檢查碼。</translation>
    </message>
    <message>
        <source>No shift is open on this drawer.</source>
        <translation>此錢櫃尚未開班。</translation>
    </message>
    <message>
        <source>No such charge is on record.</source>
        <translation>沒有這筆請款紀錄。</translation>
    </message>
    <message>
        <source>No such debt is on record.</source>
        <translation>查無此筆欠款。</translation>
    </message>
    <message>
        <source>No such order is on record.</source>
        <translation>沒有這筆待付款紀錄。</translation>
    </message>
    <message>
        <source>No such payment is on record.</source>
        <translation>沒有這筆繳費紀錄。</translation>
    </message>
    <message>
        <source>No such refund is on record.</source>
        <translation>查無此筆退款。</translation>
    </message>
    <message>
        <source>No such shift is on record.</source>
        <translation>查無此班次。</translation>
    </message>
    <message>
        <source>No such stay is on record.</source>
        <translation>沒有這筆停車紀錄。</translation>
    </message>
    <message>
        <source>No terminal or platform took this money.</source>
        <translation>此款項並非由刷卡機或支付平台收取。</translation>
    </message>
    <message>
        <source>Nobody approves what they ask for themselves.</source>
        <translation>不能核准自己提出的事。</translation>
    </message>
    <message>
        <source>Nobody else on record may approve this.</source>
        <translation>紀錄中沒有其他人可以核准這件事。</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>未選擇人員。</translation>
    </message>
    <message>
        <source>Nobody is signed on.</source>
        <translation>無人登入。</translation>
    </message>
    <message>
        <source>Nobody like that is on record.</source>
        <translation>沒有這樣的人員紀錄。</translation>
    </message>
    <message>
        <source>Nobody paid it in time.</source>
        <translation>未在時限內付款。</translation>
    </message>
    <message>
        <source>Nobody saw it come in: its entry time was set by a rule.</source>
        <translation>未記錄到進場：進場時間是依規則設定的。</translation>
    </message>
    <message>
        <source>Nobody signs on in that role.</source>
        <translation>沒有人以這個角色登入。</translation>
    </message>
    <message>
        <source>Nobody signs on with that badge.</source>
        <translation>這張識別證不屬於任何可登入的人。</translation>
    </message>
    <message>
        <source>Nobody would know who owes this.</source>
        <translation>這樣無法得知欠款人是誰。</translation>
    </message>
    <message>
        <source>Not known whether it was paid.</source>
        <translation>不確定是否已付款。</translation>
    </message>
    <message>
        <source>Not known whether the money went back.</source>
        <translation>不確定款項是否已退回。</translation>
    </message>
    <message>
        <source>Not paid in time; nothing was taken.</source>
        <translation>逾時未付款；沒有收款。</translation>
    </message>
    <message>
        <source>Not worth the effort</source>
        <translation>不值得追討</translation>
    </message>
    <message>
        <source>Notes given for change</source>
        <translation>以鈔票換零錢</translation>
    </message>
    <message>
        <source>Nothing came in for it.</source>
        <translation>尚未收到任何款項。</translation>
    </message>
    <message>
        <source>Nothing charged:</source>
        <translation>免收：</translation>
    </message>
    <message>
        <source>Nothing goes back twice.</source>
        <translation>款項不會重複退還。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>尚未選取任何項目。</translation>
    </message>
    <message>
        <source>Nothing is collected twice.</source>
        <translation>款項不會重複收取。</translation>
    </message>
    <message>
        <source>Nothing is due for this car.</source>
        <translation>這輛車無須繳費。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>無須繳費。</translation>
    </message>
    <message>
        <source>Nothing is kept under that plate.</source>
        <translation>此車牌沒有任何保存的資料。</translation>
    </message>
    <message>
        <source>Nothing is owed any more.</source>
        <translation>已無欠款。</translation>
    </message>
    <message>
        <source>Nothing is paid back twice.</source>
        <translation>不會重複退款。</translation>
    </message>
    <message>
        <source>Nothing is said of stays beyond the last line: it goes on, or repeats.</source>
        <translation>最後一列之後沒有規定：視為繼續或重複。</translation>
    </message>
    <message>
        <source>Nothing is taken again before that is settled.</source>
        <translation>釐清之前不會再次收款。</translation>
    </message>
    <message>
        <source>Nothing of it is left to pay.</source>
        <translation>已沒有待付的餘額。</translation>
    </message>
    <message>
        <source>Nothing of this payment is left to give back.</source>
        <translation>此筆付款已無可退的金額。</translation>
    </message>
    <message>
        <source>Nothing of this payment was paid that way.</source>
        <translation>此筆付款並未使用該方式支付。</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct what you filled in.</source>
        <translation>未做任何變更。請更正填寫的內容。</translation>
    </message>
    <message>
        <source>Nothing was ever heard of this console.</source>
        <translation>從未收到此主控台的訊息。</translation>
    </message>
    <message>
        <source>Nothing was heard of the hub since {since}: nobody grants spaces.</source>
        <translation>自 {since} 起沒有收到中樞的訊息：無人分配車位。</translation>
    </message>
    <message>
        <source>Nothing was heard of this console since {since}.</source>
        <translation>自 {since} 起沒有收到此主控台的訊息。</translation>
    </message>
    <message>
        <source>Nothing was opened: another vehicle, or none, stands there by now.</source>
        <translation>未開啟柵欄:車道上已是另一輛車,或已無車輛。</translation>
    </message>
    <message>
        <source>Nothing was opened: the car before is still driving through.</source>
        <translation>沒有開啟：前一輛車還在通過。</translation>
    </message>
    <message>
        <source>Nothing was taken by it. Look at the account under Settings, Payments.</source>
        <translation>沒有收款。請查看「設定、付款」中的帳戶。</translation>
    </message>
    <message>
        <source>Nothing was taken for it here. Look at the other console, then ask again.</source>
        <translation>這裡沒有收款。請查看其他主控台，然後再試一次。</translation>
    </message>
    <message>
        <source>Nothing was taken. Scan it again.</source>
        <translation>沒有收款，請重新掃描。</translation>
    </message>
    <message>
        <source>Nothing was taken: try again or take another way.</source>
        <translation>沒有收款：請重試或改用其他方式。</translation>
    </message>
    <message>
        <source>Nothing was thrown away. Settle it once you have seen to it.</source>
        <translation>資料均保留；處理後請標記為已查看。</translation>
    </message>
    <message>
        <source>Nothing was typed that can be in a plate.</source>
        <translation>輸入的內容不可能是車牌。</translation>
    </message>
    <message>
        <source>Notices are refused: their time is more than 5 minutes from this clock's.</source>
        <translation>通知被拒絕：其時間與本機時鐘相差超過 5 分鐘。</translation>
    </message>
    <message>
        <source>Notices come, but the account has no secret to check them with.</source>
        <translation>收到通知，但此帳戶沒有可驗證的密鑰。</translation>
    </message>
    <message>
        <source>Of {count} charges it is not known whether they were paid.</source>
        <translation>有 {count} 筆請款不確定是否已付款。</translation>
    </message>
    <message>
        <source>On credit (IOU)</source>
        <translation>記帳（欠單）</translation>
    </message>
    <message>
        <source>On its way out.</source>
        <translation>出場中。</translation>
    </message>
    <message>
        <source>Once it has ended or was cancelled, it can be purged.</source>
        <translation>預約結束或取消後，就可以清除。</translation>
    </message>
    <message>
        <source>One version apart works. Update the older one soon.</source>
        <translation>相差一版仍可運作，請盡快更新較舊者。</translation>
    </message>
    <message>
        <source>Only a supervisor decides that the money is kept.</source>
        <translation>只有主管可以決定不退還。</translation>
    </message>
    <message>
        <source>Open Consoles to see what and why.</source>
        <translation>開啟「主控台」查看內容與原因。</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>請先開班。</translation>
    </message>
    <message>
        <source>Open an account under Clients.</source>
        <translation>請在「客戶」建立帳戶。</translation>
    </message>
    <message>
        <source>Open by hand (paid), or give the money back.</source>
        <translation>請手動開啟（已付款），或退款。</translation>
    </message>
    <message>
        <source>Open by hand if a car waits; the log tells more.</source>
        <translation>若有車等候請手動開啟；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Open by hand if the car still waits.</source>
        <translation>若車輛仍在等候，請手動開啟。</translation>
    </message>
    <message>
        <source>Open by the switch at the barrier; the log tells more.</source>
        <translation>請用柵欄上的開關開啟；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Open it by its key.</source>
        <translation>請用鑰匙打開。</translation>
    </message>
    <message>
        <source>Open it by its key; the device page says how one is wired.</source>
        <translation>請用鑰匙打開；接線方式見裝置頁。</translation>
    </message>
    <message>
        <source>Open it from the desk if a car still waits.</source>
        <translation>若車輛仍在等候，請由櫃台開啟。</translation>
    </message>
    <message>
        <source>Open the lane again with Shift+F8, or open the gate once by hand with F5.</source>
        <translation>按 Shift+F8 重新開放車道，或按 F5 手動開一次柵欄。</translation>
    </message>
    <message>
        <source>Opened by hand.</source>
        <translation>已手動開啟。</translation>
    </message>
    <message>
        <source>Opened, but no crossing was seen.</source>
        <translation>已開啟，但未見車輛通過。</translation>
    </message>
    <message>
        <source>Other (write a note)</source>
        <translation>其他（請寫備註）</translation>
    </message>
    <message>
        <source>Over the edge of a time window</source>
        <translation>跨越時段界線</translation>
    </message>
    <message>
        <source>Overlooks the {character}: {count} times.</source>
        <translation>漏掉 {character}：{count} 次。</translation>
    </message>
    <message>
        <source>Owed:</source>
        <translation>欠款：</translation>
    </message>
    <message>
        <source>Pack the console once more.</source>
        <translation>請再打包一次。</translation>
    </message>
    <message>
        <source>Paid after the price was settled in another way.</source>
        <translation>費用已用其他方式結清後才完成付款。</translation>
    </message>
    <message>
        <source>Paid and in time.</source>
        <translation>已付款且在時限內。</translation>
    </message>
    <message>
        <source>Paid at another console</source>
        <translation>已於其他主控台付款</translation>
    </message>
    <message>
        <source>Paid in another way</source>
        <translation>以其他方式繳費</translation>
    </message>
    <message>
        <source>Paid in another way already</source>
        <translation>已用其他方式付過</translation>
    </message>
    <message>
        <source>Paid in another way.</source>
        <translation>已用其他方式付款。</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>多收</translation>
    </message>
    <message>
        <source>Paid twice: {amount_minor} is due back.</source>
        <translation>重複付款：應退還 {amount_minor}。</translation>
    </message>
    <message>
        <source>Paid {first_at} at {first} and {second_at} at {second}: {amount_minor} is due back.</source>
        <translation>{first_at} 在 {first}、{second_at} 在 {second} 各收了一次：應退還 {amount_minor}。</translation>
    </message>
    <message>
        <source>Paid, and the gate did not open</source>
        <translation>已付款但柵欄未開啟</translation>
    </message>
    <message>
        <source>Paid, but the time to leave is over: {due_minor} more.</source>
        <translation>已付款，但離場時限已過：需補 {due_minor}。</translation>
    </message>
    <message>
        <source>Paid.</source>
        <translation>已繳費。</translation>
    </message>
    <message>
        <source>Parking full.</source>
        <translation>車位已滿。</translation>
    </message>
    <message>
        <source>Pay back {amount_minor} of receipt {number}.</source>
        <translation>退還收據 {number} 的 {amount_minor}。</translation>
    </message>
    <message>
        <source>Pay it back when the driver asks.</source>
        <translation>駕駛要求時請退還。</translation>
    </message>
    <message>
        <source>Pay it out in cash, or ask them.</source>
        <translation>請以現金退款，或向收款方查詢。</translation>
    </message>
    <message>
        <source>Pay it out in cash.</source>
        <translation>請以現金退款。</translation>
    </message>
    <message>
        <source>Pay {amount_minor} out of the drawer.</source>
        <translation>由錢箱支出 {amount_minor}。</translation>
    </message>
    <message>
        <source>Payment taken back:</source>
        <translation>付款作廢：</translation>
    </message>
    <message>
        <source>Pays by itself after three seconds. For practising; never at a real booth.</source>
        <translation>三秒後自動付款，供練習用；勿用於實際收費亭。</translation>
    </message>
    <message>
        <source>Perhaps a trailer: choose or type the vehicle's own plate.</source>
        <translation>可能是拖車：請選擇或輸入車輛本身的車牌。</translation>
    </message>
    <message>
        <source>Perhaps the two loops are connected the wrong way round.</source>
        <translation>兩個感應線圈可能接反了。</translation>
    </message>
    <message>
        <source>Perhaps “{near}” is meant.</source>
        <translation>也許是指「{near}」。</translation>
    </message>
    <message>
        <source>Personal data was purged.</source>
        <translation>已清除個人資料。</translation>
    </message>
    <message>
        <source>Personal fields are gone though nobody purged them.</source>
        <translation>個人資料欄位不見了，但沒有人清除過。</translation>
    </message>
    <message>
        <source>Photos are kept no longer than plates, and both 1 to {longest} days.</source>
        <translation>照片的保存不得長於車牌，兩者皆為 1 至 {longest} 天。</translation>
    </message>
    <message>
        <source>Photos need about 240 MB a day at 600 cars.</source>
        <translation>每天 600 輛車的照片約需 240 MB。</translation>
    </message>
    <message>
        <source>Photos wait for their place: {small} small ones, {large} large ones.</source>
        <translation>照片等待傳送：縮圖 {small} 張、原圖 {large} 張。</translation>
    </message>
    <message>
        <source>Photos were purged.</source>
        <translation>已清除照片。</translation>
    </message>
    <message>
        <source>Plate cannot be read</source>
        <translation>車牌無法辨識</translation>
    </message>
    <message>
        <source>Plate corrected from {before} to {after}.</source>
        <translation>車牌由 {before} 更正為 {after}。</translation>
    </message>
    <message>
        <source>Plate corrected.</source>
        <translation>車牌已更正。</translation>
    </message>
    <message>
        <source>Plate missing or covered</source>
        <translation>車牌遺失或被遮住</translation>
    </message>
    <message>
        <source>Plate was misread</source>
        <translation>車牌誤讀</translation>
    </message>
    <message>
        <source>Plates are only {pixels} px high in the pictures.</source>
        <translation>畫面中的車牌高度只有 {pixels} 像素。</translation>
    </message>
    <message>
        <source>Plates have 2 to 12 letters and digits.</source>
        <translation>車牌為 2 到 12 個字母與數字。</translation>
    </message>
    <message>
        <source>Plug it in, or choose another line.</source>
        <translation>請接上裝置，或選擇其他序列埠。</translation>
    </message>
    <message>
        <source>Press its feed or on-line button; look at its lights.</source>
        <translation>請按印表機的進紙鍵或連線鍵，並查看指示燈。</translation>
    </message>
    <message>
        <source>Price held while it is paid.</source>
        <translation>付款期間保留價格。</translation>
    </message>
    <message>
        <source>Publish another version in its place.</source>
        <translation>請發布另一個版本取代它。</translation>
    </message>
    <message>
        <source>Publish one in the settings.</source>
        <translation>請在設定中公布費率。</translation>
    </message>
    <message>
        <source>Publish one under Rates.</source>
        <translation>請在「費率」中發布。</translation>
    </message>
    <message>
        <source>Pull its points apart, or remove it.</source>
        <translation>請拉開各點，或移除該圖形。</translation>
    </message>
    <message>
        <source>Put a secret of at least 12 characters into the settings file.</source>
        <translation>請在設定檔中填入至少 12 個字元的密鑰。</translation>
    </message>
    <message>
        <source>Put cash in or take it out</source>
        <translation>存入或取出現金</translation>
    </message>
    <message>
        <source>Put in a new roll; what waits is printed by itself.</source>
        <translation>請換上新紙捲；等待中的收據會自動列印。</translation>
    </message>
    <message>
        <source>Put it aside and restore the last backup.</source>
        <translation>請移開它並還原最近的備份。</translation>
    </message>
    <message>
        <source>Put it beside the model, as a file with .toml behind the model's name.</source>
        <translation>請在模型旁放置同名並加上 .toml 的檔案。</translation>
    </message>
    <message>
        <source>Put it first, or shorten the others.</source>
        <translation>請把它移到前面，或縮短其他項目。</translation>
    </message>
    <message>
        <source>Put it first; leave it so if only validations are to name it.</source>
        <translation>請把它移到前面；若只供折抵指定，可以保留。</translation>
    </message>
    <message>
        <source>Put the computer's user into the group dialout, then sign on to the computer again.</source>
        <translation>請將電腦使用者加入 dialout 群組，再重新登入電腦。</translation>
    </message>
    <message>
        <source>Put the user into the system's group video and sign on again.</source>
        <translation>請將使用者加入系統的 video 群組,再重新登入。</translation>
    </message>
    <message>
        <source>Queue on the road</source>
        <translation>車道回堵到路上</translation>
    </message>
    <message>
        <source>R reads once all the same.</source>
        <translation>按 R 仍可辨識一次。</translation>
    </message>
    <message>
        <source>Raise the maximum or lower the step.</source>
        <translation>請提高上限或降低每單位費用。</translation>
    </message>
    <message>
        <source>Raise the maximum, or lower the price of the unit.</source>
        <translation>請提高上限，或降低單位價格。</translation>
    </message>
    <message>
        <source>Read it again, character by character.</source>
        <translation>請逐字重新核對。</translation>
    </message>
    <message>
        <source>Read it again; another lot's slip is not known here.</source>
        <translation>請重新核對；其他停車場的單據在此查不到。</translation>
    </message>
    <message>
        <source>Reads a {character} that is not there: {count} times.</source>
        <translation>多出不存在的 {character}：{count} 次。</translation>
    </message>
    <message>
        <source>Reads {night} % without help in the dark, {day} % by day.</source>
        <translation>夜間 {night} % 不需協助即可辨識，白天為 {day} %。</translation>
    </message>
    <message>
        <source>Reads {percent} % without help. Nothing stands out.</source>
        <translation>{percent} % 不需協助即可辨識，沒有異常。</translation>
    </message>
    <message>
        <source>Reads {read} for {true}: {count} times, {dark} of them in the dark.</source>
        <translation>將 {true} 認成 {read}：{count} 次，其中 {dark} 次在夜間。</translation>
    </message>
    <message>
        <source>Reads {read} for {true}: {count} times.</source>
        <translation>將 {true} 認成 {read}：{count} 次。</translation>
    </message>
    <message>
        <source>Receipt {number}: copy {copy} is being printed.</source>
        <translation>收據 {number}：正在列印第 {copy} 份副本。</translation>
    </message>
    <message>
        <source>Receipts print without a code to leave with. Look at the data folder.</source>
        <translation>收據將不含離場條碼。請檢查資料夾。</translation>
    </message>
    <message>
        <source>Receipts that wait for the printer: {count}.</source>
        <translation>等待列印的收據：{count} 張。</translation>
    </message>
    <message>
        <source>Records are missing before this one.</source>
        <translation>這筆之前缺少記錄。</translation>
    </message>
    <message>
        <source>Refused at {at}: record {seq} of {name} ({kind}).</source>
        <translation>{at} 拒絕：{name} 的第 {seq} 筆記錄（{kind}）。</translation>
    </message>
    <message>
        <source>Remove one first, or make one larger.</source>
        <translation>請先移除一個，或將其中一個放大。</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修理</translation>
    </message>
    <message>
        <source>Reversed away from the entry.</source>
        <translation>於入口倒車離開。</translation>
    </message>
    <message>
        <source>Reversed away from the exit.</source>
        <translation>於出口倒車離開。</translation>
    </message>
    <message>
        <source>Revoke one that is gone.</source>
        <translation>請撤銷已不使用的主控台。</translation>
    </message>
    <message>
        <source>Rows cannot be read.</source>
        <translation>資料列無法讀取。</translation>
    </message>
    <message>
        <source>Run: lotkeeper db upgrade</source>
        <translation>請執行：lotkeeper db upgrade</translation>
    </message>
    <message>
        <source>Save it as CSV with plate and entry time.</source>
        <translation>請存成含車牌與入場時間的 CSV。</translation>
    </message>
    <message>
        <source>Save it, then use the tests on its page.</source>
        <translation>請先儲存，再使用其頁面上的測試。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next picture on.</source>
        <translation>已儲存。從下一個畫面起生效。</translation>
    </message>
    <message>
        <source>Saved. The devices run with it now.</source>
        <translation>已儲存。裝置已依此運作。</translation>
    </message>
    <message>
        <source>Say for which lots, and what is allowed there.</source>
        <translation>請指定停車場與允許的事項。</translation>
    </message>
    <message>
        <source>Say how long step {endless} lasts, or take out what follows.</source>
        <translation>請填寫第 {endless} 段的長度，或移除後面的段落。</translation>
    </message>
    <message>
        <source>Say how much goes back.</source>
        <translation>請輸入退款金額。</translation>
    </message>
    <message>
        <source>Say it in fewer words.</source>
        <translation>請縮短文字。</translation>
    </message>
    <message>
        <source>Say that {amount_minor} were not taken.</source>
        <translation>確認未收到 {amount_minor}。</translation>
    </message>
    <message>
        <source>Say that {amount_minor} were taken, as the slip has it.</source>
        <translation>依簽單確認已收到 {amount_minor}。</translation>
    </message>
    <message>
        <source>Say why it is revoked, in at most {longest} characters.</source>
        <translation>請說明撤銷原因，最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>Say why its spaces are taken back.</source>
        <translation>請說明收回車位的原因。</translation>
    </message>
    <message>
        <source>Say why the ticket counts as lost.</source>
        <translation>請說明為什麼視為票卡遺失。</translation>
    </message>
    <message>
        <source>Scan it once more, flat and in good light.</source>
        <translation>請攤平並在光線充足處再掃描一次。</translation>
    </message>
    <message>
        <source>Scan it once more; if that does not help, keep the paper and call someone.</source>
        <translation>請再掃描一次；若仍不行，請留下單據並通知人員。</translation>
    </message>
    <message>
        <source>Scan it, or type its number after the code and a hyphen.</source>
        <translation>請掃描，或在代碼後加連字號輸入章號。</translation>
    </message>
    <message>
        <source>Scan the code again when it does.</source>
        <translation>車到了再掃描一次。</translation>
    </message>
    <message>
        <source>Scan the code on the driver's phone first.</source>
        <translation>請先掃描駕駛手機上的條碼。</translation>
    </message>
    <message>
        <source>Scan the square code of a Z report, or type all of its text.</source>
        <translation>請掃描 Z 報表上的方形碼，或輸入完整文字。</translation>
    </message>
    <message>
        <source>Search for a similar plate, correct it, or open by hand.</source>
        <translation>請搜尋相近車牌、更正，或手動開啟。</translation>
    </message>
    <message>
        <source>Search for it and compare the pictures.</source>
        <translation>請搜尋並比對照片。</translation>
    </message>
    <message>
        <source>Search for the plate again.</source>
        <translation>請再搜尋一次車牌。</translation>
    </message>
    <message>
        <source>Search the car by its plate and take what is due.</source>
        <translation>請以車牌搜尋車輛並收取應付金額。</translation>
    </message>
    <message>
        <source>Search the car by its plate, or open by hand.</source>
        <translation>請以車牌搜尋車輛，或手動開啟。</translation>
    </message>
    <message>
        <source>Search the car that stands there by its plate.</source>
        <translation>請以車牌搜尋現場的車輛。</translation>
    </message>
    <message>
        <source>See to them, or write down why the lot opens without.</source>
        <translation>請補齊，或寫下為何仍要開放。</translation>
    </message>
    <message>
        <source>See whether a sticker, a frame or the country's sign is taken for it.</source>
        <translation>請查看是否把貼紙、車牌框或國別標誌誤認為字元。</translation>
    </message>
    <message>
        <source>See whether it is on, and its address and port are right.</source>
        <translation>請確認攝影機已開機，且位址與連接埠正確。</translation>
    </message>
    <message>
        <source>See whether its entry is right.</source>
        <translation>請確認進場時間是否正確。</translation>
    </message>
    <message>
        <source>See whether the plate formats in the settings are those of your cars.</source>
        <translation>請查看設定中的車牌格式是否符合您的車輛。</translation>
    </message>
    <message>
        <source>See whether the plate is cut off or covered at its edge.</source>
        <translation>請查看車牌邊緣是否被截掉或遮住。</translation>
    </message>
    <message>
        <source>Seen at the lane.</source>
        <translation>在車道上偵測到。</translation>
    </message>
    <message>
        <source>Seen in the platform's or terminal's own list</source>
        <translation>已於平台或刷卡機紀錄中看到</translation>
    </message>
    <message>
        <source>Sees no plate at all on {percent} % of the vehicles.</source>
        <translation>有 {percent} % 的車輛完全看不到車牌。</translation>
    </message>
    <message>
        <source>Select the lane whose car shows the code, then scan it again.</source>
        <translation>請選取出示條碼之車輛的車道，再掃描一次。</translation>
    </message>
    <message>
        <source>Sell one to {most} at once.</source>
        <translation>一次可售 1 至 {most} 件。</translation>
    </message>
    <message>
        <source>Sell {article} for {amount_minor}.</source>
        <translation>以 {amount_minor} 出售 {article}。</translation>
    </message>
    <message>
        <source>Send it under a new external_id.</source>
        <translation>請改用新的 external_id。</translation>
    </message>
    <message>
        <source>Send the log to support.</source>
        <translation>請將記錄檔傳給技術支援。</translation>
    </message>
    <message>
        <source>Set it under Settings, Payments, or in the environment it names.</source>
        <translation>請在「設定、付款」或其指定的環境變數中設定。</translation>
    </message>
    <message>
        <source>Set it under Settings, Payments. Payments are seen all the same, a little later.</source>
        <translation>請在「設定、付款」設定。付款仍會顯示，只是稍晚。</translation>
    </message>
    <message>
        <source>Set it up again, or settle it by hand.</source>
        <translation>請重新設定，或以人工結清。</translation>
    </message>
    <message>
        <source>Set it up first.</source>
        <translation>請先完成設定。</translation>
    </message>
    <message>
        <source>Set the camera's time from the network.</source>
        <translation>請讓攝影機由網路校時。</translation>
    </message>
    <message>
        <source>Set the clock right, then settle it.</source>
        <translation>請調準時鐘，再校定。</translation>
    </message>
    <message>
        <source>Set the clock, then ask again. Nothing was taken.</source>
        <translation>請校正時鐘後再試一次。沒有收款。</translation>
    </message>
    <message>
        <source>Set the clock, then settle it.</source>
        <translation>請校正時鐘後確認。</translation>
    </message>
    <message>
        <source>Set this machine's clock.</source>
        <translation>請校正本機時鐘。</translation>
    </message>
    <message>
        <source>Settings, Payments.</source>
        <translation>設定 → 付款。</translation>
    </message>
    <message>
        <source>Settle the clock or the rates, or open by hand.</source>
        <translation>請校定時鐘或費率，或手動開啟。</translation>
    </message>
    <message>
        <source>Settle the refund; then it can be purged.</source>
        <translation>請先處理退款，再清除。</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>多種方式</translation>
    </message>
    <message>
        <source>Several stays have this plate.</source>
        <translation>有多筆停車使用此車牌。</translation>
    </message>
    <message>
        <source>Shows a code that leads nowhere and pays by itself after three seconds. For practising.</source>
        <translation>顯示不會連到任何地方的條碼，三秒後自行付款。供練習用。</translation>
    </message>
    <message>
        <source>Sign on first.</source>
        <translation>請先登入。</translation>
    </message>
    <message>
        <source>Sign on to change it.</source>
        <translation>請登入後變更。</translation>
    </message>
    <message>
        <source>Signed off.</source>
        <translation>已登出。</translation>
    </message>
    <message>
        <source>Signed on.</source>
        <translation>已登入。</translation>
    </message>
    <message>
        <source>Simulated card terminal (no real money)</source>
        <translation>模擬刷卡機（不會真的扣款）</translation>
    </message>
    <message>
        <source>Simulated platform with a code to scan (no real money)</source>
        <translation>模擬支付平台，出示條碼供掃描（不涉及真實金錢）</translation>
    </message>
    <message>
        <source>Since {since} it is not known whether it was paid ({console}).</source>
        <translation>自 {since} 起不確定是否已付款（{console}）。</translation>
    </message>
    <message>
        <source>Slip {slip} was entered already, with something else on it.</source>
        <translation>單號 {slip} 已補登過，內容不同。</translation>
    </message>
    <message>
        <source>Slips of the downtime book were printed.</source>
        <translation>已列印停機簿的單據。</translation>
    </message>
    <message>
        <source>So much cannot be in the drawer.</source>
        <translation>錢箱內不可能有這麼多現金。</translation>
    </message>
    <message>
        <source>Somebody else pays it</source>
        <translation>由他人支付</translation>
    </message>
    <message>
        <source>Somebody has decided about it already.</source>
        <translation>已有人處理過了。</translation>
    </message>
    <message>
        <source>Somebody may listen in: look who has that address, then join anew.</source>
        <translation>可能有人竊聽：請查明該位址的使用者，再重新加入。</translation>
    </message>
    <message>
        <source>Somebody said that it did not go back.</source>
        <translation>有人回報款項未退回。</translation>
    </message>
    <message>
        <source>Somebody sent a notice that says nothing.</source>
        <translation>收到沒有內容的通知。</translation>
    </message>
    <message>
        <source>Somebody sent a notice that the service did not sign.</source>
        <translation>收到未經付款服務簽章的通知。</translation>
    </message>
    <message>
        <source>Someone is called {name} already.</source>
        <translation>已有人名為 {name}。</translation>
    </message>
    <message>
        <source>Something covers the camera's lens, or it is out of focus.</source>
        <translation>攝影機鏡頭被遮住,或失焦。</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>設備或服務有問題</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Something else was decided meanwhile: both values are kept.</source>
        <translation>期間已有其他決定：兩個值都已保留。</translation>
    </message>
    <message>
        <source>Something failed that should not.</source>
        <translation>發生不應有的失敗。</translation>
    </message>
    <message>
        <source>Something from another console could not be taken: {count} refused.</source>
        <translation>有來自其他主控台的資料無法接收：拒絕 {count} 筆。</translation>
    </message>
    <message>
        <source>Something happened: {code}</source>
        <translation>發生狀況：{code}</translation>
    </message>
    <message>
        <source>Something was paid for this stay: its entry time stays as it is.</source>
        <translation>這次停車已有付款：進場時間不能再更改。</translation>
    </message>
    <message>
        <source>Space free.</source>
        <translation>有空位。</translation>
    </message>
    <message>
        <source>Spaces of a console were written off.</source>
        <translation>已沖銷一台主控台的車位。</translation>
    </message>
    <message>
        <source>Spaces were granted to a console.</source>
        <translation>已配給一台主控台車位。</translation>
    </message>
    <message>
        <source>Staff or delivery</source>
        <translation>員工或送貨</translation>
    </message>
    <message>
        <source>Staff scan the code in the driver's LINE: a hand scanner at the booth is needed.</source>
        <translation>由人員掃描駕駛 LINE 的付款碼：收費亭需有手持掃描器。</translation>
    </message>
    <message>
        <source>Staff, or on duty here</source>
        <translation>員工或在此執勤</translation>
    </message>
    <message>
        <source>Start Lotkeeper again to begin.</source>
        <translation>請重新啟動 Lotkeeper 開始使用。</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>請重新啟動。</translation>
    </message>
    <message>
        <source>Start again; the log tells more.</source>
        <translation>請重新啟動；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Start with --simulate, or wire real devices in lotkeeper.toml.</source>
        <translation>請以 --simulate 啟動，或在 lotkeeper.toml 接上實際裝置。</translation>
    </message>
    <message>
        <source>Start with an empty data folder: lotkeeper --data FOLDER.</source>
        <translation>請使用空的資料夾啟動：lotkeeper --data 資料夾。</translation>
    </message>
    <message>
        <source>Step {step} is a total; it is written as what it adds.</source>
        <translation>第 {step} 段是總額；改寫為它所增加的金額。</translation>
    </message>
    <message>
        <source>Step {step} of “{charge}” cannot be written as a rate line.</source>
        <translation>「{charge}」的第 {step} 段無法寫成 rate line。</translation>
    </message>
    <message>
        <source>Step {step} of “{charge}” has no length, or ends before the one before it.</source>
        <translation>「{charge}」的第 {step} 段沒有長度，或在前一段之前就結束。</translation>
    </message>
    <message>
        <source>Step {step} of “{charge}” is never reached: step {endless} has no end.</source>
        <translation>「{charge}」的第 {step} 段永遠到不了：第 {endless} 段沒有終點。</translation>
    </message>
    <message>
        <source>Step {step} of “{charge}” lasts {length}: its last unit of {unit} is cut, but costs in full.</source>
        <translation>「{charge}」的第 {step} 段為 {length}：最後一個 {unit} 單位被截短，但仍收全額。</translation>
    </message>
    <message>
        <source>Step {step} repeats: it is written as an increment without an end.</source>
        <translation>第 {step} 段會重複：改寫為沒有終點的遞增計費。</translation>
    </message>
    <message>
        <source>Step {step}: the price is written for each unit.</source>
        <translation>第 {step} 段：價格改以每單位寫出。</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>Stripe Checkout (code to scan)</source>
        <translation>Stripe Checkout（駕駛掃碼）</translation>
    </message>
    <message>
        <source>Stripe Terminal (card reader)</source>
        <translation>Stripe Terminal（讀卡機）</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>用品</translation>
    </message>
    <message>
        <source>Swap them, or correct the year.</source>
        <translation>請對調日期，或更正年份。</translation>
    </message>
    <message>
        <source>Switch it off and on; ask for service if that does not help.</source>
        <translation>請關機再開機；仍無效時請報修。</translation>
    </message>
    <message>
        <source>Switch it off, open it, take the paper out; then switch it on.</source>
        <translation>請關機、打開上蓋、取出紙張，再開機。</translation>
    </message>
    <message>
        <source>Switch learning on in the settings.</source>
        <translation>請在設定中開啟學習。</translation>
    </message>
    <message>
        <source>Take back receipt {number}: {amount_minor} go back to the driver.</source>
        <translation>作廢收據 {number}：{amount_minor} 退還駕駛。</translation>
    </message>
    <message>
        <source>Take cash meanwhile.</source>
        <translation>請先改收現金。</translation>
    </message>
    <message>
        <source>Take cash, or another way to pay.</source>
        <translation>請收現金或改用其他付款方式。</translation>
    </message>
    <message>
        <source>Take cash, or set one up under Settings, Payments.</source>
        <translation>請收現金，或在「設定、付款」中設定。</translation>
    </message>
    <message>
        <source>Take it away once.</source>
        <translation>請移除其中一次。</translation>
    </message>
    <message>
        <source>Take it away there first.</source>
        <translation>請先在那裡收回。</translation>
    </message>
    <message>
        <source>Take one out first.</source>
        <translation>請先移除一則。</translation>
    </message>
    <message>
        <source>Take the car in hand and look why.</source>
        <translation>請先選取這輛車，查看原因。</translation>
    </message>
    <message>
        <source>Take the cash.</source>
        <translation>請收取現金。</translation>
    </message>
    <message>
        <source>Take the discount away, or add the rate to the plan.</source>
        <translation>請移除此優惠，或在方案中加入該費率。</translation>
    </message>
    <message>
        <source>Take the lane out of lotkeeper.toml of one of both, and start that again.</source>
        <translation>請從其中一台的 lotkeeper.toml 移除該車道，再重新啟動那一台。</translation>
    </message>
    <message>
        <source>Take the payment; the gate opens by itself.</source>
        <translation>請收款；閘門隨後自動開啟。</translation>
    </message>
    <message>
        <source>Take the rest, let the driver owe it, or give it up.</source>
        <translation>請收取餘額、讓駕駛賒欠，或取消。</translation>
    </message>
    <message>
        <source>Take the rest, or give it up: then what came in goes back.</source>
        <translation>請收取餘額，或取消：已收的款項會退回。</translation>
    </message>
    <message>
        <source>Taken by the police</source>
        <translation>警方拖走</translation>
    </message>
    <message>
        <source>Taken for the wrong car</source>
        <translation>收錯車</translation>
    </message>
    <message>
        <source>Taken in by hand when the records began.</source>
        <translation>紀錄啟用時人工登錄。</translation>
    </message>
    <message>
        <source>Tell the administrator; the log says what it was.</source>
        <translation>請通知管理員；記錄檔有說明。</translation>
    </message>
    <message>
        <source>Tell the buyer and take the new price.</source>
        <translation>請告知買方並收取新價格。</translation>
    </message>
    <message>
        <source>Tell the driver the new amount and take it.</source>
        <translation>請告知駕駛新金額並收款。</translation>
    </message>
    <message>
        <source>Tell whoever answers for the lot; keep the slip.</source>
        <translation>請通知停車場負責人，並保留單據。</translation>
    </message>
    <message>
        <source>Test of the barrier</source>
        <translation>測試柵欄</translation>
    </message>
    <message>
        <source>That PIN cannot be used.</source>
        <translation>此密碼不可使用。</translation>
    </message>
    <message>
        <source>That PIN is one that everybody tries first.</source>
        <translation>這個密碼太容易被猜到。</translation>
    </message>
    <message>
        <source>That cannot be kept as a contact.</source>
        <translation>這不能當作聯絡方式。</translation>
    </message>
    <message>
        <source>That cannot be the id of a lot.</source>
        <translation>這不是有效的停車場識別碼。</translation>
    </message>
    <message>
        <source>That code is not, or no longer, good for paying.</source>
        <translation>此付款碼無效或已過期。</translation>
    </message>
    <message>
        <source>That is no amount to take.</source>
        <translation>這不是可收取的金額。</translation>
    </message>
    <message>
        <source>That is no anchor.</source>
        <translation>這不是錨定碼。</translation>
    </message>
    <message>
        <source>That is no badge.</source>
        <translation>這不是識別卡。</translation>
    </message>
    <message>
        <source>That is no check code.</source>
        <translation>這不是檢查碼。</translation>
    </message>
    <message>
        <source>That is no code to join with.</source>
        <translation>這不是加入代碼。</translation>
    </message>
    <message>
        <source>That is no name of a photo.</source>
        <translation>這不是照片名稱。</translation>
    </message>
    <message>
        <source>That is no number of a slip.</source>
        <translation>這不是單號。</translation>
    </message>
    <message>
        <source>That is no packed console.</source>
        <translation>那不是打包的主控台。</translation>
    </message>
    <message>
        <source>That is no share of it.</source>
        <translation>這不是有效的部分金額。</translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation>這不是金額。</translation>
    </message>
    <message>
        <source>That is not one of the reasons.</source>
        <translation>這不是可選的原因。</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>密碼不正確。</translation>
    </message>
    <message>
        <source>That is not the code of a driver's phone.</source>
        <translation>這不是駕駛手機上的付款碼。</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>密碼不正確。</translation>
    </message>
    <message>
        <source>That is not what a validation can take off.</source>
        <translation>商家優惠不能如此折抵。</translation>
    </message>
    <message>
        <source>That is the entry time already.</source>
        <translation>進場時間本來就是這個時間。</translation>
    </message>
    <message>
        <source>That item was settled already.</source>
        <translation>該項目已處理過。</translation>
    </message>
    <message>
        <source>That login belongs to another lot.</source>
        <translation>那個帳號屬於另一個停車場。</translation>
    </message>
    <message>
        <source>That login is somebody else's.</source>
        <translation>這個登入屬於他人。</translation>
    </message>
    <message>
        <source>That looks like a card's number: it must not be kept here.</source>
        <translation>這看起來像卡號：不可保存在此。</translation>
    </message>
    <message>
        <source>That name and password do not belong together.</source>
        <translation>姓名與密碼不相符。</translation>
    </message>
    <message>
        <source>That name cannot be used.</source>
        <translation>此名稱不可使用。</translation>
    </message>
    <message>
        <source>That name or that password is not right.</source>
        <translation>姓名或密碼不正確。</translation>
    </message>
    <message>
        <source>That nothing is charged after the last step of “{charge}” cannot be said.</source>
        <translation>無法寫明「{charge}」最後一段之後不收費。</translation>
    </message>
    <message>
        <source>That password cannot be used.</source>
        <translation>這個密碼不能使用。</translation>
    </message>
    <message>
        <source>That password comes from the environment, which goes before any other.</source>
        <translation>該密碼來自環境變數，優先於其他來源。</translation>
    </message>
    <message>
        <source>That password is one that everybody tries first.</source>
        <translation>這是人人最先試的密碼。</translation>
    </message>
    <message>
        <source>That task did not fail, or was done meanwhile.</source>
        <translation>該工作並未失敗，或已完成。</translation>
    </message>
    <message>
        <source>That word was given for something else.</source>
        <translation>該核准是針對其他事項。</translation>
    </message>
    <message>
        <source>The CA file is not there.</source>
        <translation>找不到 CA 檔案。</translation>
    </message>
    <message>
        <source>The MQTT broker does not answer.</source>
        <translation>MQTT 代理伺服器沒有回應。</translation>
    </message>
    <message>
        <source>The MQTT broker does not take the name or password.</source>
        <translation>MQTT 代理伺服器不接受名稱或密碼。</translation>
    </message>
    <message>
        <source>The MQTT broker refuses this console.</source>
        <translation>MQTT 代理伺服器拒絕此主控台。</translation>
    </message>
    <message>
        <source>The account has no secret.</source>
        <translation>此帳戶沒有密鑰。</translation>
    </message>
    <message>
        <source>The account is forgotten.</source>
        <translation>帳戶資料已清除。</translation>
    </message>
    <message>
        <source>The account is open.</source>
        <translation>帳戶仍在使用中。</translation>
    </message>
    <message>
        <source>The account of {name} is open.</source>
        <translation>{name} 的帳戶已建立。</translation>
    </message>
    <message>
        <source>The account of {name} was changed.</source>
        <translation>{name} 的帳戶已修改。</translation>
    </message>
    <message>
        <source>The account's address cannot be used.</source>
        <translation>此帳戶的網址無法使用。</translation>
    </message>
    <message>
        <source>The address for the internet cannot be used.</source>
        <translation>測試網際網路的位址無法使用。</translation>
    </message>
    <message>
        <source>The address of the hub cannot be used.</source>
        <translation>中樞位址無法使用。</translation>
    </message>
    <message>
        <source>The adjustment “{name}” is left out: APDS has none.</source>
        <translation>調整「{name}」未寫入：APDS 沒有調整。</translation>
    </message>
    <message>
        <source>The alphabet of the site's plate reader does not fit its model.</source>
        <translation>場站自備車牌辨識模型的字元表與模型不符。</translation>
    </message>
    <message>
        <source>The amount given cannot be right.</source>
        <translation>實收金額不合理。</translation>
    </message>
    <message>
        <source>The amount is too small.</source>
        <translation>金額過小。</translation>
    </message>
    <message>
        <source>The amount paid for the booking cannot be right.</source>
        <translation>預約的已付金額不正確。</translation>
    </message>
    <message>
        <source>The anchor is about a console whose journal is not here.</source>
        <translation>此錨定屬於另一台主控台，其日誌不在這裡。</translation>
    </message>
    <message>
        <source>The badge was given or taken away.</source>
        <translation>已發給或收回識別卡。</translation>
    </message>
    <message>
        <source>The barrier cannot be reached: there is no connection to the MQTT broker.</source>
        <translation>無法連到柵欄：與 MQTT 代理伺服器沒有連線。</translation>
    </message>
    <message>
        <source>The barrier did not take the command to stay open, or to be let go.</source>
        <translation>柵欄機沒有接受保持開啟或放下的指令。</translation>
    </message>
    <message>
        <source>The barrier did not take the command.</source>
        <translation>柵欄未接受指令。</translation>
    </message>
    <message>
        <source>The barrier does not answer.</source>
        <translation>柵欄無回應。</translation>
    </message>
    <message>
        <source>The barrier heard the command.</source>
        <translation>柵欄已收到指令。</translation>
    </message>
    <message>
        <source>The barrier needs the address of its relay board.</source>
        <translation>柵欄需要繼電器板的位址。</translation>
    </message>
    <message>
        <source>The barrier refused the command.</source>
        <translation>柵欄拒絕了指令。</translation>
    </message>
    <message>
        <source>The barrier took the command, but the boom did not go up.</source>
        <translation>柵欄機收到指令，但欄桿沒有升起。</translation>
    </message>
    <message>
        <source>The barrier's board is not plugged in.</source>
        <translation>柵欄控制板未插上。</translation>
    </message>
    <message>
        <source>The barrier's driver failed.</source>
        <translation>柵欄驅動程式故障。</translation>
    </message>
    <message>
        <source>The barrier's relay does not take the name or password.</source>
        <translation>柵欄的繼電器不接受名稱或密碼。</translation>
    </message>
    <message>
        <source>The battery is nearly empty. All that was done is kept safely.</source>
        <translation>電池即將用盡。所有已完成的作業都已妥善保存。</translation>
    </message>
    <message>
        <source>The booking begins more than 400 days from now.</source>
        <translation>預約的開始時間在 400 天之後。</translation>
    </message>
    <message>
        <source>The booking ends before it begins, or takes more than 31 days.</source>
        <translation>預約的結束時間早於開始時間，或超過 31 天。</translation>
    </message>
    <message>
        <source>The booking has no name of its own.</source>
        <translation>這筆預約沒有編號。</translation>
    </message>
    <message>
        <source>The booking is genuine: {plate}, from {from_at} until {until}.</source>
        <translation>預約為真：{plate}，自 {from_at} 至 {until}。</translation>
    </message>
    <message>
        <source>The booking of {plate} begins at {from_at}.</source>
        <translation>{plate} 的預約自 {from_at} 開始。</translation>
    </message>
    <message>
        <source>The booking of {plate} was cancelled.</source>
        <translation>{plate} 的預約已取消。</translation>
    </message>
    <message>
        <source>The booking of {plate} was over at {until}.</source>
        <translation>{plate} 的預約已於 {until} 結束。</translation>
    </message>
    <message>
        <source>The booking would have begun already.</source>
        <translation>預約的開始時間已過。</translation>
    </message>
    <message>
        <source>The booking's plate cannot be a plate.</source>
        <translation>預約的車牌不是有效車牌。</translation>
    </message>
    <message>
        <source>The boom did not come down after the car.</source>
        <translation>車輛通過後欄桿沒有放下。</translation>
    </message>
    <message>
        <source>The boom went up without a command.</source>
        <translation>欄桿在沒有指令的情況下升起。</translation>
    </message>
    <message>
        <source>The booth locks itself after at most {longest} hours, or never with 0.</source>
        <translation>票亭最長 {longest} 小時後自動鎖定，0 表示不鎖定。</translation>
    </message>
    <message>
        <source>The camera cannot be opened: another program may use it.</source>
        <translation>無法開啟攝影機:可能有其他程式正在使用。</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation>攝影機無回應。</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>攝影機沒有畫面。</translation>
    </message>
    <message>
        <source>The camera has no picture of the chosen profile.</source>
        <translation>攝影機沒有所選設定檔的影像。</translation>
    </message>
    <message>
        <source>The camera has no stream of that name.</source>
        <translation>攝影機沒有該名稱的串流。</translation>
    </message>
    <message>
        <source>The camera is gone.</source>
        <translation>攝影機已中斷。</translation>
    </message>
    <message>
        <source>The camera needs an address.</source>
        <translation>攝影機需要位址。</translation>
    </message>
    <message>
        <source>The camera read no plate.</source>
        <translation>攝影機沒有辨識到車牌。</translation>
    </message>
    <message>
        <source>The camera refused the connection.</source>
        <translation>攝影機拒絕連線。</translation>
    </message>
    <message>
        <source>The camera refused user name or password.</source>
        <translation>攝影機拒絕使用者名稱或密碼。</translation>
    </message>
    <message>
        <source>The camera sends no new pictures.</source>
        <translation>攝影機沒有送出新畫面。</translation>
    </message>
    <message>
        <source>The camera shows the same picture again and again.</source>
        <translation>攝影機一直顯示同一畫面。</translation>
    </message>
    <message>
        <source>The camera's address cannot be used.</source>
        <translation>攝影機位址無法使用。</translation>
    </message>
    <message>
        <source>The camera's capture ended; it is started again.</source>
        <translation>攝影機擷取已結束，正在重新啟動。</translation>
    </message>
    <message>
        <source>The camera's certificate is not trusted.</source>
        <translation>攝影機的憑證不受信任。</translation>
    </message>
    <message>
        <source>The camera's file or stream is not there.</source>
        <translation>攝影機的檔案或串流不存在。</translation>
    </message>
    <message>
        <source>The camera's picture buffer cannot be written.</source>
        <translation>無法寫入攝影機畫面緩衝區。</translation>
    </message>
    <message>
        <source>The camera's picture buffer is closed.</source>
        <translation>攝影機畫面緩衝區已關閉。</translation>
    </message>
    <message>
        <source>The camera's picture buffer is damaged.</source>
        <translation>攝影機畫面緩衝區已損壞。</translation>
    </message>
    <message>
        <source>The camera's picture buffer is missing.</source>
        <translation>找不到攝影機畫面緩衝區。</translation>
    </message>
    <message>
        <source>The camera's picture is dark all over.</source>
        <translation>攝影機畫面全暗。</translation>
    </message>
    <message>
        <source>The camera's pictures come late.</source>
        <translation>攝影機畫面延遲。</translation>
    </message>
    <message>
        <source>The camera's stream ended; it is opened again.</source>
        <translation>攝影機串流已結束，正在重新開啟。</translation>
    </message>
    <message>
        <source>The car had paid {amount_minor} at {paid} already.</source>
        <translation>這輛車已於 {paid} 繳費 {amount_minor}。</translation>
    </message>
    <message>
        <source>The car has left: its payment stands.</source>
        <translation>車輛已離場，付款仍有效。</translation>
    </message>
    <message>
        <source>The car is described so already.</source>
        <translation>車輛資料原本就是如此。</translation>
    </message>
    <message>
        <source>The car is still inside.</source>
        <translation>車輛仍在場內。</translation>
    </message>
    <message>
        <source>The car of this receipt, {plate}, left at {at}.</source>
        <translation>這張收據的車 {plate} 已於 {at} 離場。</translation>
    </message>
    <message>
        <source>The car shows what became of it.</source>
        <translation>結果顯示在該車輛上。</translation>
    </message>
    <message>
        <source>The car that is inside came in at {entry}, after this.</source>
        <translation>場內的車於 {entry} 入場，晚於此筆。</translation>
    </message>
    <message>
        <source>The card reader ended it without a payment.</source>
        <translation>讀卡機未完成付款即結束。</translation>
    </message>
    <message>
        <source>The card reader is busy with another payment.</source>
        <translation>讀卡機正在處理另一筆付款。</translation>
    </message>
    <message>
        <source>The card reader is not connected.</source>
        <translation>讀卡機未連線。</translation>
    </message>
    <message>
        <source>The card was declined.</source>
        <translation>卡片被拒絕。</translation>
    </message>
    <message>
        <source>The cash drawer did not open.</source>
        <translation>錢櫃沒有打開。</translation>
    </message>
    <message>
        <source>The cash drawer is opened.</source>
        <translation>錢櫃已打開。</translation>
    </message>
    <message>
        <source>The change was proposed to the hub.</source>
        <translation>已向中樞提出變更。</translation>
    </message>
    <message>
        <source>The client's password was set or taken away.</source>
        <translation>客戶的密碼已設定或取消。</translation>
    </message>
    <message>
        <source>The clock is right; there is nothing to settle.</source>
        <translation>時鐘正確，無須校定。</translation>
    </message>
    <message>
        <source>The clock is settled; prices are made again.</source>
        <translation>時鐘已校定，恢復計費。</translation>
    </message>
    <message>
        <source>The clock shows {clock} twice or not at all when clocks are changed: {dates}.</source>
        <translation>調整時鐘當天，{clock} 會出現兩次或完全不出現：{dates}。</translation>
    </message>
    <message>
        <source>The clock stands before the last record, so nothing can be priced.</source>
        <translation>時鐘早於最後一筆紀錄，因此無法計費。</translation>
    </message>
    <message>
        <source>The clock stands before this car came in.</source>
        <translation>時鐘早於這輛車的入場時間。</translation>
    </message>
    <message>
        <source>The clock stands before what was written last: nothing is priced.</source>
        <translation>時鐘早於最後一筆記錄：無法計價。</translation>
    </message>
    <message>
        <source>The clock was set back when it came in: its entry time may be wrong.</source>
        <translation>進場時系統時鐘曾被調回：進場時間可能有誤。</translation>
    </message>
    <message>
        <source>The clock was wrong</source>
        <translation>時鐘有誤</translation>
    </message>
    <message>
        <source>The code could not be read.</source>
        <translation>無法讀取條碼。</translation>
    </message>
    <message>
        <source>The code is for {plate}, but {seen} stands there.</source>
        <translation>條碼屬於 {plate}，現場的車卻是 {seen}。</translation>
    </message>
    <message>
        <source>The code is not genuine, or it was misread.</source>
        <translation>條碼不是真的，或是讀錯了。</translation>
    </message>
    <message>
        <source>The code is not right.</source>
        <translation>代碼不正確。</translation>
    </message>
    <message>
        <source>The code is of a kind that this version does not know.</source>
        <translation>這個版本不認得這種條碼。</translation>
    </message>
    <message>
        <source>The code is of another lot.</source>
        <translation>這是其他停車場的條碼。</translation>
    </message>
    <message>
        <source>The code of its receipt was shown.</source>
        <translation>已出示收據上的條碼。</translation>
    </message>
    <message>
        <source>The code reader is not there.</source>
        <translation>找不到讀碼機。</translation>
    </message>
    <message>
        <source>The code reader was lost.</source>
        <translation>讀碼機已中斷連線。</translation>
    </message>
    <message>
        <source>The code reader's driver failed.</source>
        <translation>讀碼機的驅動程式發生錯誤。</translation>
    </message>
    <message>
        <source>The code was signed by a console that is not known here.</source>
        <translation>簽發條碼的主控台在此不明。</translation>
    </message>
    <message>
        <source>The code was signed by {console}, which no longer belongs to the lot.</source>
        <translation>條碼由 {console} 簽發，該主控台已不屬於本停車場。</translation>
    </message>
    <message>
        <source>The command came too late and was dropped.</source>
        <translation>指令太遲，已捨棄。</translation>
    </message>
    <message>
        <source>The configuration cannot be used: {problem}</source>
        <translation>設定檔無法使用：{problem}</translation>
    </message>
    <message>
        <source>The connection to the MQTT broker failed.</source>
        <translation>與 MQTT 代理伺服器的連線程式發生錯誤。</translation>
    </message>
    <message>
        <source>The console is called {name} from now on.</source>
        <translation>此主控台自現在起名為 {name}。</translation>
    </message>
    <message>
        <source>The console keeps asking. Do not pay it out in cash meanwhile.</source>
        <translation>系統會持續查詢，查明前請勿以現金退款。</translation>
    </message>
    <message>
        <source>The console needs a name, of at most {longest} characters.</source>
        <translation>主控台需要名稱，最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>The copy at the second place is damaged.</source>
        <translation>第二存放處的副本已損壞。</translation>
    </message>
    <message>
        <source>The currency stays {currency}: payments were taken in it.</source>
        <translation>幣別維持 {currency}：已有以此幣別的收款。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to.</source>
        <translation>無法寫入資料夾。</translation>
    </message>
    <message>
        <source>The data folder holds a console already.</source>
        <translation>資料夾內已有主控台。</translation>
    </message>
    <message>
        <source>The database answers, but is not upgraded for this Lotkeeper.</source>
        <translation>資料庫有回應，但尚未升級到此版 Lotkeeper。</translation>
    </message>
    <message>
        <source>The database answers. It holds {count} records of this lot.</source>
        <translation>資料庫有回應，存有本停車場 {count} 筆紀錄。</translation>
    </message>
    <message>
        <source>The database cannot be opened.</source>
        <translation>無法開啟資料庫。</translation>
    </message>
    <message>
        <source>The database does not accept this login with this password.</source>
        <translation>資料庫不接受這組帳號與密碼。</translation>
    </message>
    <message>
        <source>The database gave an error.</source>
        <translation>資料庫發生錯誤。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>資料庫已損壞。</translation>
    </message>
    <message>
        <source>The database is not one that this program made.</source>
        <translation>這不是本程式建立的資料庫。</translation>
    </message>
    <message>
        <source>The database is of a newer Lotkeeper than this one.</source>
        <translation>資料庫屬於比這裡更新的 Lotkeeper。</translation>
    </message>
    <message>
        <source>The database lacks tables that this version needs.</source>
        <translation>資料庫缺少此版本所需的資料表。</translation>
    </message>
    <message>
        <source>The database may only be read, not written.</source>
        <translation>資料庫只能讀取，不能寫入。</translation>
    </message>
    <message>
        <source>The database was written by a newer Lotkeeper.</source>
        <translation>資料庫由較新版的 Lotkeeper 寫入。</translation>
    </message>
    <message>
        <source>The description of the site's plate reader has a mistake.</source>
        <translation>場站自備車牌辨識模型的說明檔有錯誤。</translation>
    </message>
    <message>
        <source>The description of the site's plate reader is missing.</source>
        <translation>場站自備車牌辨識模型缺少說明檔。</translation>
    </message>
    <message>
        <source>The device failed and does not say why.</source>
        <translation>裝置故障，且未說明原因。</translation>
    </message>
    <message>
        <source>The device is taken off.</source>
        <translation>裝置已移除。</translation>
    </message>
    <message>
        <source>The discount “{validation}” was given twice.</source>
        <translation>優惠「{validation}」重複使用了兩次。</translation>
    </message>
    <message>
        <source>The disk gave an error.</source>
        <translation>磁碟發生錯誤。</translation>
    </message>
    <message>
        <source>The disk has {gigabytes} GB left.</source>
        <translation>磁碟剩餘 {gigabytes} GB。</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be recorded.</source>
        <translation>磁碟已滿：無法記錄。</translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation>磁碟將滿。</translation>
    </message>
    <message>
        <source>The draft cannot be kept as it is.</source>
        <translation>草稿目前的內容無法儲存。</translation>
    </message>
    <message>
        <source>The draft is larger than {most_kilobytes} kB and was not kept.</source>
        <translation>草稿大於 {most_kilobytes} kB，未儲存。</translation>
    </message>
    <message>
        <source>The drawer is not opened for such a reason.</source>
        <translation>不能以這個理由打開錢櫃。</translation>
    </message>
    <message>
        <source>The driver asked for it</source>
        <translation>駕駛要求</translation>
    </message>
    <message>
        <source>The driver can prove it</source>
        <translation>駕駛能提出證明</translation>
    </message>
    <message>
        <source>The driver cancelled it.</source>
        <translation>駕駛已取消付款。</translation>
    </message>
    <message>
        <source>The driver cannot pay with LINE Pay now.</source>
        <translation>駕駛目前無法使用 LINE Pay。</translation>
    </message>
    <message>
        <source>The driver is waited for.</source>
        <translation>等候駕駛付款。</translation>
    </message>
    <message>
        <source>The driver pays at the terminal (asked at {since}).</source>
        <translation>駕駛於刷卡機付款中（{since} 請款）。</translation>
    </message>
    <message>
        <source>The driver scans a code and pays in LINE. Channel id and secret are LINE Pay's.</source>
        <translation>駕駛掃碼後在 LINE 付款。Channel ID 與密鑰由 LINE Pay 提供。</translation>
    </message>
    <message>
        <source>The driver scans a code and pays on Stripe's page. The secret key begins with sk_.</source>
        <translation>駕駛掃碼後在 Stripe 頁面付款。密鑰以 sk_ 開頭。</translation>
    </message>
    <message>
        <source>The driver showed it</source>
        <translation>駕駛人已出示</translation>
    </message>
    <message>
        <source>The driver's account refused the payment.</source>
        <translation>駕駛的帳戶拒絕了這筆付款。</translation>
    </message>
    <message>
        <source>The driver's code is no longer known here.</source>
        <translation>駕駛的付款碼已不在系統中。</translation>
    </message>
    <message>
        <source>The driver's phone shows it</source>
        <translation>駕駛手機如此顯示</translation>
    </message>
    <message>
        <source>The edges of a shape cross.</source>
        <translation>圖形的邊互相交叉。</translation>
    </message>
    <message>
        <source>The end still counts here; it was taken as the begin of the next line.</source>
        <translation>此處的終點仍計入；已視為下一列的起點。</translation>
    </message>
    <message>
        <source>The entry time cannot be read.</source>
        <translation>無法讀取入場時間。</translation>
    </message>
    <message>
        <source>The entry time is more than a year ago.</source>
        <translation>入場時間早於一年前。</translation>
    </message>
    <message>
        <source>The entry time lies in the future.</source>
        <translation>入場時間在未來。</translation>
    </message>
    <message>
        <source>The exit lies before the entry.</source>
        <translation>出場時間早於入場時間。</translation>
    </message>
    <message>
        <source>The extra “{name}” is left out.</source>
        <translation>附加費「{name}」未寫入。</translation>
    </message>
    <message>
        <source>The far side speaks another version.</source>
        <translation>對方版本不同。</translation>
    </message>
    <message>
        <source>The fee above which somebody looks must be more than nothing.</source>
        <translation>需人工確認的費用上限必須大於零。</translation>
    </message>
    <message>
        <source>The fee is unusually high; the driver was told no price.</source>
        <translation>費用異常偏高，尚未告知駕駛金額。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>無法讀取檔案。</translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation>該檔案不是圖片。</translation>
    </message>
    <message>
        <source>The file is not a table of plates.</source>
        <translation>該檔案不是車牌表格。</translation>
    </message>
    <message>
        <source>The file is not a video.</source>
        <translation>該檔案不是影片。</translation>
    </message>
    <message>
        <source>The file is too large for a list of plates.</source>
        <translation>檔案過大，不像車牌清單。</translation>
    </message>
    <message>
        <source>The file is too large to be one of anchors.</source>
        <translation>檔案太大，不可能是錨定檔。</translation>
    </message>
    <message>
        <source>The file lotkeeper.db is not a database of Lotkeeper.</source>
        <translation>lotkeeper.db 不是 Lotkeeper 的資料庫。</translation>
    </message>
    <message>
        <source>The file was exchanged: keep it, and look who could reach it.</source>
        <translation>檔案遭調換：請保留它，並查看誰能接觸到。</translation>
    </message>
    <message>
        <source>The file {file} is no answer of a former evaluation.</source>
        <translation>檔案 {file} 不是先前評估的結果。</translation>
    </message>
    <message>
        <source>The file {file} is too large.</source>
        <translation>檔案 {file} 太大。</translation>
    </message>
    <message>
        <source>The file {file} names no pictures.</source>
        <translation>檔案 {file} 沒有列出任何圖片。</translation>
    </message>
    <message>
        <source>The first minute to enter for “{name}”</source>
        <translation>「{name}」可進場的第一分鐘</translation>
    </message>
    <message>
        <source>The first minute to leave for “{name}”</source>
        <translation>「{name}」可離場的第一分鐘</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <translation>無法寫入資料夾。</translation>
    </message>
    <message>
        <source>The folder has no readable truth.jsonl.</source>
        <translation>資料夾中沒有可讀取的 truth.jsonl。</translation>
    </message>
    <message>
        <source>The folder holds labelled pictures already.</source>
        <translation>資料夾中已有標註過的圖片。</translation>
    </message>
    <message>
        <source>The folder holds no pictures.</source>
        <translation>資料夾內沒有圖片。</translation>
    </message>
    <message>
        <source>The gate is held open already.</source>
        <translation>柵欄已經保持開啟。</translation>
    </message>
    <message>
        <source>The gate is held open, and nobody here asked for it.</source>
        <translation>柵欄保持開啟，但這裡沒有人要求。</translation>
    </message>
    <message>
        <source>The gate is held open.</source>
        <translation>柵欄保持開啟中。</translation>
    </message>
    <message>
        <source>The gate was asked to open.</source>
        <translation>已要求柵欄開啟。</translation>
    </message>
    <message>
        <source>The gate was asked to stay open.</source>
        <translation>已要求柵欄保持開啟。</translation>
    </message>
    <message>
        <source>The gate was held open and is no more: its board lost power, or a fault.</source>
        <translation>柵欄原本保持開啟，現在已經不是：控制板斷電或故障。</translation>
    </message>
    <message>
        <source>The gate was let go.</source>
        <translation>已放下柵欄。</translation>
    </message>
    <message>
        <source>The heads of the journal were anchored.</source>
        <translation>已錨定日誌的最新位置。</translation>
    </message>
    <message>
        <source>The hub accepted the change.</source>
        <translation>中樞已接受變更。</translation>
    </message>
    <message>
        <source>The hub answers, and knows this console. It holds {count} records.</source>
        <translation>中樞有回應，並認得這台主控台。它保存 {count} 筆紀錄。</translation>
    </message>
    <message>
        <source>The hub cannot listen at its port.</source>
        <translation>中樞無法使用該連接埠。</translation>
    </message>
    <message>
        <source>The hub could make nothing of the change.</source>
        <translation>中樞無法解讀此變更。</translation>
    </message>
    <message>
        <source>The hub is out of reach since {since}; {count} records wait, {money} about money.</source>
        <translation>中樞自 {since} 起無法連線；{count} 筆待傳，其中 {money} 筆與金錢有關。</translation>
    </message>
    <message>
        <source>The hub refused the change.</source>
        <translation>中樞拒絕了變更。</translation>
    </message>
    <message>
        <source>The hub waits for nobody.</source>
        <translation>中樞目前沒有等待任何主控台加入。</translation>
    </message>
    <message>
        <source>The increment is missing: the value was taken as due once, on top of the lines before.</source>
        <translation>缺少計費單位：金額視為收一次，並加在前面各列之上。</translation>
    </message>
    <message>
        <source>The internet answers there.</source>
        <translation>該位址的網際網路有回應。</translation>
    </message>
    <message>
        <source>The internet cannot be reached.</source>
        <translation>無法連上網際網路。</translation>
    </message>
    <message>
        <source>The internet is out of reach since {since}.</source>
        <translation>網際網路自 {since} 起無法連線。</translation>
    </message>
    <message>
        <source>The journal could not be verified.</source>
        <translation>無法驗證日誌。</translation>
    </message>
    <message>
        <source>The journal does not agree in {count} places.</source>
        <translation>日誌有 {count} 處不符。</translation>
    </message>
    <message>
        <source>The journal ends before an entry that was anchored.</source>
        <translation>日誌在一筆已錨定的紀錄之前就結束了。</translation>
    </message>
    <message>
        <source>The journal gives other figures than the report.</source>
        <translation>日誌算出的數字與報表不同。</translation>
    </message>
    <message>
        <source>The journal has a gap.</source>
        <translation>日誌有缺漏。</translation>
    </message>
    <message>
        <source>The journal holds too little of this payment to price it again.</source>
        <translation>日誌中這筆付款的資料不足，無法重新計價。</translation>
    </message>
    <message>
        <source>The journal was changed afterwards: keep this file.</source>
        <translation>日誌事後遭更動：請保留此檔案。</translation>
    </message>
    <message>
        <source>The journal was not verified to its end: it takes too long.</source>
        <translation>日誌未驗證完畢：耗時太久。</translation>
    </message>
    <message>
        <source>The journal was not verified.</source>
        <translation>日誌未經驗證。</translation>
    </message>
    <message>
        <source>The journal's clock runs backwards.</source>
        <translation>日誌的時鐘倒退。</translation>
    </message>
    <message>
        <source>The lane goes on; look more closely at who comes and goes.</source>
        <translation>車道繼續運作；請多留意進出的車輛。</translation>
    </message>
    <message>
        <source>The lane is not closed.</source>
        <translation>此車道並未關閉。</translation>
    </message>
    <message>
        <source>The lane of this device does not run.</source>
        <translation>此裝置的車道未運作。</translation>
    </message>
    <message>
        <source>The lane was closed before.</source>
        <translation>此車道先前已關閉。</translation>
    </message>
    <message>
        <source>The lane {lane} that is wired here belongs to the lot.</source>
        <translation>這裡接線的車道 {lane} 屬於這個停車場。</translation>
    </message>
    <message>
        <source>The lane {lane} was added.</source>
        <translation>已新增車道 {lane}。</translation>
    </message>
    <message>
        <source>The lanes cannot be used as they are.</source>
        <translation>目前的車道設定無法使用。</translation>
    </message>
    <message>
        <source>The lanes of the lot are changed.</source>
        <translation>停車場的車道已變更。</translation>
    </message>
    <message>
        <source>The last backup at the second place is of {since}.</source>
        <translation>第二存放處最近的備份為 {since}。</translation>
    </message>
    <message>
        <source>The last backup was made at {since}.</source>
        <translation>最近一次備份為 {since}。</translation>
    </message>
    <message>
        <source>The last holiday in the list is {last}.</source>
        <translation>清單中最後一個假日是 {last}。</translation>
    </message>
    <message>
        <source>The limit “{cap}” is left out: APDS limits one charge per stay or per day.</source>
        <translation>限額「{cap}」未寫入：APDS 只能依每次或每日限制單一收費項目。</translation>
    </message>
    <message>
        <source>The line has no time.</source>
        <translation>此筆沒有時間。</translation>
    </message>
    <message>
        <source>The lines name no times: each was taken to last its increment, the last to go on.</source>
        <translation>各列沒有時間：每列視為持續一個計費單位，最後一列持續下去。</translation>
    </message>
    <message>
        <source>The list has more than {most} rows.</source>
        <translation>清單超過 {most} 列。</translation>
    </message>
    <message>
        <source>The list holds at most {most} texts.</source>
        <translation>清單最多可存 {most} 則文字。</translation>
    </message>
    <message>
        <source>The log has its words; it may want a licence.</source>
        <translation>記錄檔中有其說明；可能需要授權。</translation>
    </message>
    <message>
        <source>The log tells more.</source>
        <translation>詳情見記錄檔。</translation>
    </message>
    <message>
        <source>The login works, but may not do the hub's work, and this is the hub.</source>
        <translation>帳號可用，但無權執行中樞的工作，而這裡就是中樞。</translation>
    </message>
    <message>
        <source>The login would be good for nothing.</source>
        <translation>這個登入沒有任何權限。</translation>
    </message>
    <message>
        <source>The longest stay is not read: rate plans price longer ones too.</source>
        <translation>最長停車時間未讀入：費率方案也會為更長的停車計費。</translation>
    </message>
    <message>
        <source>The loop before the boom cannot be read.</source>
        <translation>讀不到欄桿前的感應線圈。</translation>
    </message>
    <message>
        <source>The loop before the boom goes on and off by itself.</source>
        <translation>欄桿前的感應線圈自行忽有忽無。</translation>
    </message>
    <message>
        <source>The loop before the boom has been occupied for too long.</source>
        <translation>欄桿前的感應線圈被佔用太久。</translation>
    </message>
    <message>
        <source>The loop behind the boom cannot be read.</source>
        <translation>讀不到欄桿後的感應線圈。</translation>
    </message>
    <message>
        <source>The loop behind the boom goes on and off by itself.</source>
        <translation>欄桿後的感應線圈自行忽有忽無。</translation>
    </message>
    <message>
        <source>The loop behind the boom has been occupied for too long.</source>
        <translation>欄桿後的感應線圈被佔用太久。</translation>
    </message>
    <message>
        <source>The loops are not heard: there is no connection to the MQTT broker.</source>
        <translation>收不到線圈訊號：與 MQTT 代理伺服器沒有連線。</translation>
    </message>
    <message>
        <source>The loops are silent.</source>
        <translation>線圈沒有訊號。</translation>
    </message>
    <message>
        <source>The loops do not answer.</source>
        <translation>線圈無回應。</translation>
    </message>
    <message>
        <source>The loops need an address and an input.</source>
        <translation>線圈需要位址與輸入點。</translation>
    </message>
    <message>
        <source>The loops' board is not plugged in.</source>
        <translation>感應線圈控制板未插上。</translation>
    </message>
    <message>
        <source>The loops' board refused the request.</source>
        <translation>線圈的繼電器板拒絕了請求。</translation>
    </message>
    <message>
        <source>The loops' device does not take the name or password.</source>
        <translation>線圈的設備不接受名稱或密碼。</translation>
    </message>
    <message>
        <source>The loops' driver failed.</source>
        <translation>線圈驅動程式故障。</translation>
    </message>
    <message>
        <source>The lot has a lane in.</source>
        <translation>停車場有入口車道。</translation>
    </message>
    <message>
        <source>The lot has a lane out.</source>
        <translation>停車場有出口車道。</translation>
    </message>
    <message>
        <source>The lot has no such console.</source>
        <translation>本場沒有這台主控台。</translation>
    </message>
    <message>
        <source>The lot has no such space, or it may not be booked.</source>
        <translation>本場沒有這個車位，或此車位不開放預約。</translation>
    </message>
    <message>
        <source>The lot has {most} consoles, as many as there may be.</source>
        <translation>本場已有 {most} 台主控台，已達上限。</translation>
    </message>
    <message>
        <source>The lot is not set up yet.</source>
        <translation>停車場尚未設定。</translation>
    </message>
    <message>
        <source>The lot is open to the public already.</source>
        <translation>停車場已經對外開放。</translation>
    </message>
    <message>
        <source>The lot is set up.</source>
        <translation>停車場已設定完成。</translation>
    </message>
    <message>
        <source>The lot must be emptied</source>
        <translation>停車場須清空</translation>
    </message>
    <message>
        <source>The lot needs a name of at most {longest} letters.</source>
        <translation>停車場需要名稱，最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>The lot takes no bookings.</source>
        <translation>本場不接受預約。</translation>
    </message>
    <message>
        <source>The lot was opened to the public.</source>
        <translation>停車場已對外開放。</translation>
    </message>
    <message>
        <source>The lot was set up before.</source>
        <translation>停車場先前已設定。</translation>
    </message>
    <message>
        <source>The lot's settings were changed.</source>
        <translation>停車場設定已變更。</translation>
    </message>
    <message>
        <source>The machine may go off at any moment: hand out change first.</source>
        <translation>電腦隨時可能關機：請先找零給客人。</translation>
    </message>
    <message>
        <source>The mains are back since {from_at}.</source>
        <translation>市電已於 {from_at} 恢復。</translation>
    </message>
    <message>
        <source>The mains are gone: this console runs on its battery.</source>
        <translation>市電中斷：此主控台正以電池供電。</translation>
    </message>
    <message>
        <source>The maximum is lower than a single step.</source>
        <translation>上限低於單一單位的費用。</translation>
    </message>
    <message>
        <source>The maximum “{cap}” of {cap_minor} is below one unit of “{charge}”, which costs {unit_minor}.</source>
        <translation>上限「{cap}」為 {cap_minor}，低於「{charge}」的一個計費單位 {unit_minor}。</translation>
    </message>
    <message>
        <source>The maximum “{name}” holds</source>
        <translation>達到上限「{name}」</translation>
    </message>
    <message>
        <source>The minimum “{cap}” of {least_minor} is above the maximum “{other}” of {most_minor}.</source>
        <translation>下限「{cap}」{least_minor} 高於上限「{other}」{most_minor}。</translation>
    </message>
    <message>
        <source>The money came in.</source>
        <translation>款項已收到。</translation>
    </message>
    <message>
        <source>The money did not go back.</source>
        <translation>款項未能退回。</translation>
    </message>
    <message>
        <source>The new PIN or password holds.</source>
        <translation>新的 PIN 或密碼已生效。</translation>
    </message>
    <message>
        <source>The new rates are published.</source>
        <translation>新費率已公布。</translation>
    </message>
    <message>
        <source>The next car came while the loop behind the boom was still occupied.</source>
        <translation>下一輛車到達時，欄桿後的感應線圈仍被佔用。</translation>
    </message>
    <message>
        <source>The number of spaces must lie between 1 and {highest}.</source>
        <translation>車位數須介於 1 與 {highest} 之間。</translation>
    </message>
    <message>
        <source>The openings of a gate were counted.</source>
        <translation>已清點柵欄的開啟次數。</translation>
    </message>
    <message>
        <source>The other place has no such file.</source>
        <translation>另一處沒有這個檔案。</translation>
    </message>
    <message>
        <source>The other value was kept.</source>
        <translation>已保留另一個值。</translation>
    </message>
    <message>
        <source>The packed file is damaged or was changed.</source>
        <translation>打包檔已損壞或被更動。</translation>
    </message>
    <message>
        <source>The page is kept; print a copy when the printer works.</source>
        <translation>檔案已保存；印表機恢復後請列印副本。</translation>
    </message>
    <message>
        <source>The password could not be kept.</source>
        <translation>密碼無法保存。</translation>
    </message>
    <message>
        <source>The payment failed at the service.</source>
        <translation>付款服務處理失敗。</translation>
    </message>
    <message>
        <source>The payment of {plate} was taken back.</source>
        <translation>{plate} 的付款已作廢。</translation>
    </message>
    <message>
        <source>The payment platform is out of reach since {since}.</source>
        <translation>支付平台自 {since} 起無法連線。</translation>
    </message>
    <message>
        <source>The payment was taken back</source>
        <translation>該筆付款已作廢</translation>
    </message>
    <message>
        <source>The payment was taken back.</source>
        <translation>此筆付款已作廢。</translation>
    </message>
    <message>
        <source>The payments of the other console are still on their way.</source>
        <translation>另一台主控台的付款紀錄尚未送達。</translation>
    </message>
    <message>
        <source>The personal fields of an entry were changed.</source>
        <translation>有一筆紀錄的個人資料遭變更。</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>無法讀取畫面。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>畫面已損壞。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>畫面過大。</translation>
    </message>
    <message>
        <source>The place for copies cannot be used as it is written.</source>
        <translation>副本存放處的寫法無法使用。</translation>
    </message>
    <message>
        <source>The place for copies does not answer.</source>
        <translation>存放處沒有回應。</translation>
    </message>
    <message>
        <source>The place for copies gave an error.</source>
        <translation>存放處發生錯誤。</translation>
    </message>
    <message>
        <source>The place for copies holds a file with an odd name.</source>
        <translation>存放處有名稱異常的檔案。</translation>
    </message>
    <message>
        <source>The place for copies is full.</source>
        <translation>存放處已滿。</translation>
    </message>
    <message>
        <source>The place for copies is not there.</source>
        <translation>找不到存放處。</translation>
    </message>
    <message>
        <source>The place for copies refuses this console.</source>
        <translation>存放處拒絕此主控台。</translation>
    </message>
    <message>
        <source>The plan lists holidays, but nothing in it is about holidays.</source>
        <translation>方案列了假日，但沒有任何項目用到假日。</translation>
    </message>
    <message>
        <source>The plan speaks of holidays, but has none.</source>
        <translation>方案提到假日，但沒有任何假日。</translation>
    </message>
    <message>
        <source>The plan would be in force from {effective}, which has passed.</source>
        <translation>方案的生效時間 {effective} 已經過去。</translation>
    </message>
    <message>
        <source>The plate could not be read for sure.</source>
        <translation>車牌辨識不夠確定。</translation>
    </message>
    <message>
        <source>The plate is {plate} already.</source>
        <translation>車牌已是 {plate}。</translation>
    </message>
    <message>
        <source>The plate reader cannot keep up.</source>
        <translation>車牌辨識來不及處理。</translation>
    </message>
    <message>
        <source>The plate reader does not answer; it is started again.</source>
        <translation>車牌辨識無回應，正在重新啟動。</translation>
    </message>
    <message>
        <source>The plate reader does not start.</source>
        <translation>車牌辨識無法啟動。</translation>
    </message>
    <message>
        <source>The plate reader is stopped.</source>
        <translation>車牌辨識已停止。</translation>
    </message>
    <message>
        <source>The plate reader was started again.</source>
        <translation>車牌辨識已重新啟動。</translation>
    </message>
    <message>
        <source>The plate reader's model cannot be used.</source>
        <translation>車牌辨識模型無法使用。</translation>
    </message>
    <message>
        <source>The plate reader's model is damaged.</source>
        <translation>車牌辨識模型已損壞。</translation>
    </message>
    <message>
        <source>The plate reader's model is missing.</source>
        <translation>找不到車牌辨識模型。</translation>
    </message>
    <message>
        <source>The plate reader's program answers with what nobody understands.</source>
        <translation>車牌辨識程式的回應無法理解。</translation>
    </message>
    <message>
        <source>The plate reader's program cannot be started.</source>
        <translation>無法啟動車牌辨識程式。</translation>
    </message>
    <message>
        <source>The plate reader's program does not answer; it is started again.</source>
        <translation>車牌辨識程式沒有回應，正在重新啟動。</translation>
    </message>
    <message>
        <source>The plate reader's program ended; it is started again.</source>
        <translation>車牌辨識程式已結束，正在重新啟動。</translation>
    </message>
    <message>
        <source>The plate reader's program says that it cannot read.</source>
        <translation>車牌辨識程式表示無法辨識。</translation>
    </message>
    <message>
        <source>The plate was not taken: the car does not wait for an answer now.</source>
        <translation>未採用輸入的車牌：該車目前不在等候處理。</translation>
    </message>
    <message>
        <source>The plates in front and behind differ.</source>
        <translation>前後車牌不一致。</translation>
    </message>
    <message>
        <source>The platform's page says so</source>
        <translation>平台頁面如此顯示</translation>
    </message>
    <message>
        <source>The port for notices cannot be opened.</source>
        <translation>無法開啟接收通知的連接埠。</translation>
    </message>
    <message>
        <source>The power supply itself is not heard: its state is not known.</source>
        <translation>收不到不斷電系統的訊號：狀態不明。</translation>
    </message>
    <message>
        <source>The power supply's driver failed.</source>
        <translation>不斷電系統的驅動程式發生錯誤。</translation>
    </message>
    <message>
        <source>The power was away from {from_at} to {until}.</source>
        <translation>{from_at} 至 {until} 之間停電。</translation>
    </message>
    <message>
        <source>The price has moved on from {shown_minor} to {due_minor}.</source>
        <translation>費用已由 {shown_minor} 變為 {due_minor}。</translation>
    </message>
    <message>
        <source>The price is {due_minor} now, not {shown_minor}.</source>
        <translation>目前價格為 {due_minor}，不是 {shown_minor}。</translation>
    </message>
    <message>
        <source>The price of a payment cannot be made again.</source>
        <translation>有一筆付款的金額無法重新計算。</translation>
    </message>
    <message>
        <source>The price of now took its place.</source>
        <translation>已由目前的價格取代。</translation>
    </message>
    <message>
        <source>The price was held long enough.</source>
        <translation>這個價格的保留時間已過。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>印表機無回應。</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>印表機沒有紙。</translation>
    </message>
    <message>
        <source>The printer is not there.</source>
        <translation>找不到印表機。</translation>
    </message>
    <message>
        <source>The printer is off line.</source>
        <translation>印表機離線。</translation>
    </message>
    <message>
        <source>The printer refused the receipt.</source>
        <translation>印表機拒絕列印收據。</translation>
    </message>
    <message>
        <source>The printer reports a fault.</source>
        <translation>印表機回報故障。</translation>
    </message>
    <message>
        <source>The printer's cover is open.</source>
        <translation>印表機上蓋未關。</translation>
    </message>
    <message>
        <source>The printer's cutter is jammed.</source>
        <translation>印表機的裁刀卡住了。</translation>
    </message>
    <message>
        <source>The printer's driver failed.</source>
        <translation>印表機的驅動程式發生錯誤。</translation>
    </message>
    <message>
        <source>The printer's head is too hot.</source>
        <translation>印字頭過熱。</translation>
    </message>
    <message>
        <source>The printer's paper runs low.</source>
        <translation>印表機紙捲將用完。</translation>
    </message>
    <message>
        <source>The program ended while this was being done; what became of it is not known.</source>
        <translation>執行途中程式結束，結果不明。</translation>
    </message>
    <message>
        <source>The program goes on; the log tells more.</source>
        <translation>程式繼續運作；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>The program had broken off at {from_at} and runs again since {until}.</source>
        <translation>程式於 {from_at} 中斷，並於 {until} 重新執行。</translation>
    </message>
    <message>
        <source>The rate plan begins more than five years from now.</source>
        <translation>費率方案的生效時間在五年之後。</translation>
    </message>
    <message>
        <source>The rate plan cannot be used: {place}: {problem}</source>
        <translation>費率方案無法使用：{place}：{problem}</translation>
    </message>
    <message>
        <source>The rate plan has another currency ({plan}) than the lot ({lot}).</source>
        <translation>費率的幣別（{plan}）與停車場（{lot}）不同。</translation>
    </message>
    <message>
        <source>The rate plan has no prices for “{given}”.</source>
        <translation>費率方案沒有「{given}」的價格。</translation>
    </message>
    <message>
        <source>The rate plan has no rate named “{rate}”.</source>
        <translation>費率方案中沒有名為「{rate}」的費率。</translation>
    </message>
    <message>
        <source>The rate plan of this stay is missing.</source>
        <translation>找不到這筆停車的費率。</translation>
    </message>
    <message>
        <source>The rates are still being read.</source>
        <translation>費率仍在讀取中。</translation>
    </message>
    <message>
        <source>The rates are those in force: there is nothing to publish.</source>
        <translation>費率與現行相同：沒有可發布的內容。</translation>
    </message>
    <message>
        <source>The rates cannot be published as they are.</source>
        <translation>費率目前的內容無法發布。</translation>
    </message>
    <message>
        <source>The rates have changed lately: it may pay by others than most cars.</source>
        <translation>費率最近有變更：這輛車適用的費率可能與多數車不同。</translation>
    </message>
    <message>
        <source>The rates of this stay have no price for “{given}”.</source>
        <translation>此停車適用的費率沒有「{given}」的價格。</translation>
    </message>
    <message>
        <source>The rates of this stay know no mark “{given}”.</source>
        <translation>此停車適用的費率沒有「{given}」標記。</translation>
    </message>
    <message>
        <source>The rates of this stay know no members “{given}”.</source>
        <translation>此停車適用的費率沒有「{given}」會員。</translation>
    </message>
    <message>
        <source>The reader asks for the card; no number of it comes here. Keys begin with sk_, readers tmr_.</source>
        <translation>由讀卡機感應卡片，卡號不會進入本機。密鑰以 sk_ 開頭，讀卡機以 tmr_ 開頭。</translation>
    </message>
    <message>
        <source>The receipt could not be printed; the payment stands.</source>
        <translation>收據無法列印；繳費仍有效。</translation>
    </message>
    <message>
        <source>The receipt is genuine: {plate} may leave until {until}.</source>
        <translation>收據為真：{plate} 可於 {until} 前離場。</translation>
    </message>
    <message>
        <source>The receipt waits for the printer.</source>
        <translation>收據正在等待列印。</translation>
    </message>
    <message>
        <source>The receipt was printed.</source>
        <translation>收據已列印。</translation>
    </message>
    <message>
        <source>The record was wrong</source>
        <translation>紀錄有誤</translation>
    </message>
    <message>
        <source>The records about one thing do not make sense together.</source>
        <translation>關於同一事項的記錄互相矛盾。</translation>
    </message>
    <message>
        <source>The records of one console cannot be taken any more.</source>
        <translation>有一台主控台的記錄無法再接收。</translation>
    </message>
    <message>
        <source>The refund is being carried out.</source>
        <translation>退款處理中。</translation>
    </message>
    <message>
        <source>The refused items say which, and why.</source>
        <translation>被拒絕的項目會說明是哪一台及原因。</translation>
    </message>
    <message>
        <source>The relay board does not answer.</source>
        <translation>繼電器板無回應。</translation>
    </message>
    <message>
        <source>The relay board is not plugged in.</source>
        <translation>繼電器板未插上。</translation>
    </message>
    <message>
        <source>The relay board refused the request.</source>
        <translation>繼電器板拒絕了請求。</translation>
    </message>
    <message>
        <source>The relay board's driver failed.</source>
        <translation>繼電器板驅動程式故障。</translation>
    </message>
    <message>
        <source>The relay does not take the name or password.</source>
        <translation>繼電器不接受名稱或密碼。</translation>
    </message>
    <message>
        <source>The relief handed the drawer back.</source>
        <translation>代班人員已交還錢箱。</translation>
    </message>
    <message>
        <source>The report before it is not on record here.</source>
        <translation>前一份報表未在此留存。</translation>
    </message>
    <message>
        <source>The report cannot be read.</source>
        <translation>報表無法讀取。</translation>
    </message>
    <message>
        <source>The report does not go on from the one before it.</source>
        <translation>此報表未接續前一份報表。</translation>
    </message>
    <message>
        <source>The report's figures are not those that its check code seals.</source>
        <translation>報表數字與檢查碼不符。</translation>
    </message>
    <message>
        <source>The scanned code was lost before it was used; nothing was taken.</source>
        <translation>掃描的條碼在使用前遺失；沒有收款。</translation>
    </message>
    <message>
        <source>The search failed.</source>
        <translation>搜尋失敗。</translation>
    </message>
    <message>
        <source>The selected lane has one camera only.</source>
        <translation>所選車道只有一部攝影機。</translation>
    </message>
    <message>
        <source>The server answers, but has no such database.</source>
        <translation>伺服器有回應，但沒有這個資料庫。</translation>
    </message>
    <message>
        <source>The server knows no power supply of that name.</source>
        <translation>伺服器不認得這個名稱的不斷電系統。</translation>
    </message>
    <message>
        <source>The server lets nobody in from this PC.</source>
        <translation>伺服器不讓這台電腦連入。</translation>
    </message>
    <message>
        <source>The server offers no encryption, and is on another machine.</source>
        <translation>伺服器在另一台機器上，卻不提供加密。</translation>
    </message>
    <message>
        <source>The server that watches the power supply does not answer.</source>
        <translation>監看不斷電系統的伺服器沒有回應。</translation>
    </message>
    <message>
        <source>The server that watches the power supply does not let this console ask.</source>
        <translation>監看不斷電系統的伺服器不允許此主控台查詢。</translation>
    </message>
    <message>
        <source>The server's certificate is not for that name, or of another authority.</source>
        <translation>伺服器的憑證不屬於該名稱，或由其他機構簽發。</translation>
    </message>
    <message>
        <source>The service answered something that cannot be understood.</source>
        <translation>付款服務的回應無法理解。</translation>
    </message>
    <message>
        <source>The service cannot be reached, or does not answer.</source>
        <translation>無法連線到付款服務，或沒有回應。</translation>
    </message>
    <message>
        <source>The service does not accept the account's secret.</source>
        <translation>付款服務不接受此帳戶的密鑰。</translation>
    </message>
    <message>
        <source>The service does not know this card reader.</source>
        <translation>付款服務不認得此讀卡機。</translation>
    </message>
    <message>
        <source>The service does not take this amount.</source>
        <translation>付款服務不接受此金額。</translation>
    </message>
    <message>
        <source>The service gave back another sum than our books say.</source>
        <translation>付款服務已退的金額與帳上不符。</translation>
    </message>
    <message>
        <source>The service has this order from before; its answer was lost, or another console asked.</source>
        <translation>付款服務已有這筆訂單：先前的回覆遺失，或由其他主控台提出。</translation>
    </message>
    <message>
        <source>The service has trouble of its own.</source>
        <translation>付款服務發生問題。</translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation>付款服務忙碌中。</translation>
    </message>
    <message>
        <source>The service knows this charge with another amount.</source>
        <translation>付款服務中這筆收款的金額不同。</translation>
    </message>
    <message>
        <source>The service refused it: this machine's clock is wrong.</source>
        <translation>付款服務拒絕：本機時鐘不正確。</translation>
    </message>
    <message>
        <source>The service refused the request.</source>
        <translation>付款服務拒絕了請求。</translation>
    </message>
    <message>
        <source>The service refused to give the money back.</source>
        <translation>付款服務拒絕退款。</translation>
    </message>
    <message>
        <source>The service told that something became of it.</source>
        <translation>付款服務通知了狀態變更。</translation>
    </message>
    <message>
        <source>The setting “{setting}” is left out.</source>
        <translation>設定「{setting}」未寫入。</translation>
    </message>
    <message>
        <source>The shared database is out of reach since {since}; {count} records wait, {money} about money.</source>
        <translation>共用資料庫自 {since} 起無法連線；{count} 筆待傳，其中 {money} 筆與金錢有關。</translation>
    </message>
    <message>
        <source>The shared database's address cannot be used.</source>
        <translation>共享資料庫的位址無法使用。</translation>
    </message>
    <message>
        <source>The shift is closed already.</source>
        <translation>此班次已經結束。</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>已結班。</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>已開班。</translation>
    </message>
    <message>
        <source>The shift is still open.</source>
        <translation>此班次仍在進行。</translation>
    </message>
    <message>
        <source>The shift of {name} is still open.</source>
        <translation>{name} 的班次尚未結束。</translation>
    </message>
    <message>
        <source>The shift on this drawer belongs to someone else.</source>
        <translation>此錢櫃的班別屬於他人。</translation>
    </message>
    <message>
        <source>The shift's slip could not be printed.</source>
        <translation>班次單據無法列印。</translation>
    </message>
    <message>
        <source>The shift's slip was printed.</source>
        <translation>班次單據已列印。</translation>
    </message>
    <message>
        <source>The sign does not answer.</source>
        <translation>看板沒有回應。</translation>
    </message>
    <message>
        <source>The sign refused the text.</source>
        <translation>看板拒絕了這段文字。</translation>
    </message>
    <message>
        <source>The sign's address cannot be used.</source>
        <translation>看板的位址無法使用。</translation>
    </message>
    <message>
        <source>The sign's driver failed.</source>
        <translation>看板的驅動程式發生錯誤。</translation>
    </message>
    <message>
        <source>The sign's serial line is not there.</source>
        <translation>找不到看板的序列埠。</translation>
    </message>
    <message>
        <source>The simulated lot does not start.</source>
        <translation>模擬停車場無法啟動。</translation>
    </message>
    <message>
        <source>The simulated lot has ended.</source>
        <translation>模擬停車場已結束。</translation>
    </message>
    <message>
        <source>The simulated lot refused that.</source>
        <translation>模擬停車場拒絕了該要求。</translation>
    </message>
    <message>
        <source>The site's plate reader does not take pictures as its description says.</source>
        <translation>場站自備的車牌辨識模型不接受說明檔所述的影像。</translation>
    </message>
    <message>
        <source>The site's plate reader failed on a picture.</source>
        <translation>場站自備的車牌辨識模型處理影像時失敗。</translation>
    </message>
    <message>
        <source>The site's plate reader is damaged or is no ONNX file.</source>
        <translation>場站自備的車牌辨識模型已損壞，或不是 ONNX 檔案。</translation>
    </message>
    <message>
        <source>The site's plate reader is not there.</source>
        <translation>找不到場站自備的車牌辨識模型。</translation>
    </message>
    <message>
        <source>The space is booked for a part of that time.</source>
        <translation>此車位在該時段已有預約。</translation>
    </message>
    <message>
        <source>The spaces that are left belong to other entrances.</source>
        <translation>剩餘的車位屬於其他入口。</translation>
    </message>
    <message>
        <source>The store cannot keep up.</source>
        <translation>資料儲存來不及處理。</translation>
    </message>
    <message>
        <source>The system cannot speak to USB printers: libusb is missing.</source>
        <translation>系統無法與 USB 印表機通訊：缺少 libusb。</translation>
    </message>
    <message>
        <source>The system has no printer of that name.</source>
        <translation>系統沒有這個名稱的印表機。</translation>
    </message>
    <message>
        <source>The terminal does not answer.</source>
        <translation>刷卡機沒有回應。</translation>
    </message>
    <message>
        <source>The terminal or platform does not let go of it yet.</source>
        <translation>刷卡機或平台尚未放棄這筆請款。</translation>
    </message>
    <message>
        <source>The terminal or platform is being asked.</source>
        <translation>正在向刷卡機或平台查詢。</translation>
    </message>
    <message>
        <source>The terminal's own list says so</source>
        <translation>刷卡機的交易清單如此顯示</translation>
    </message>
    <message>
        <source>The terminal's slip says so</source>
        <translation>刷卡機簽單如此顯示</translation>
    </message>
    <message>
        <source>The ticket is lost</source>
        <translation>票券遺失</translation>
    </message>
    <message>
        <source>The time to leave must lie between 0 and 1440 minutes.</source>
        <translation>離場時限須介於 0 與 1440 分鐘之間。</translation>
    </message>
    <message>
        <source>The time zone {timezone} is not written; name it where the file is read.</source>
        <translation>時區 {timezone} 未寫入；讀取檔案時請指定。</translation>
    </message>
    <message>
        <source>The times of “{charge}” never come.</source>
        <translation>「{charge}」的時間永遠不會到來。</translation>
    </message>
    <message>
        <source>The vehicle left the lane again.</source>
        <translation>車輛又離開了車道。</translation>
    </message>
    <message>
        <source>The wiring is as it was before the last change.</source>
        <translation>接線已恢復到上次變更之前。</translation>
    </message>
    <message>
        <source>The wiring of a console was noted.</source>
        <translation>已記下一台主控台的接線。</translation>
    </message>
    <message>
        <source>The {amount_minor} due cannot be in this drawer.</source>
        <translation>這個錢箱內不可能有應退的 {amount_minor}。</translation>
    </message>
    <message>
        <source>There are as many masks as there may be, eight.</source>
        <translation>遮罩已達八個的上限。</translation>
    </message>
    <message>
        <source>There are people besides the first administrator.</source>
        <translation>除了第一位管理員之外還有其他人員。</translation>
    </message>
    <message>
        <source>There are stays of the class “{class}” that no rate prices.</source>
        <translation>車種「{class}」有些停車沒有任何費率適用。</translation>
    </message>
    <message>
        <source>There are {most} codes open already.</source>
        <translation>已有 {most} 個代碼尚未使用。</translation>
    </message>
    <message>
        <source>There are {most} drafts already.</source>
        <translation>已有 {most} 份草稿。</translation>
    </message>
    <message>
        <source>There cannot be more of them than spaces.</source>
        <translation>數量不可超過車位總數。</translation>
    </message>
    <message>
        <source>There is a receipt printer.</source>
        <translation>有收據印表機。</translation>
    </message>
    <message>
        <source>There is no backup of this console.</source>
        <translation>此主控台沒有備份。</translation>
    </message>
    <message>
        <source>There is no car in the list.</source>
        <translation>清單中沒有車輛。</translation>
    </message>
    <message>
        <source>There is no charge “{name}”.</source>
        <translation>沒有名為「{name}」的收費項目。</translation>
    </message>
    <message>
        <source>There is no connection to the MQTT broker.</source>
        <translation>與 MQTT 代理伺服器沒有連線。</translation>
    </message>
    <message>
        <source>There is no earlier wiring to go back to.</source>
        <translation>沒有可恢復的先前接線。</translation>
    </message>
    <message>
        <source>There is no lane that it could be wired to.</source>
        <translation>沒有可接線的車道。</translation>
    </message>
    <message>
        <source>There is no memory for the camera's pictures.</source>
        <translation>沒有記憶體可供攝影機畫面使用。</translation>
    </message>
    <message>
        <source>There is no picture of this camera.</source>
        <translation>這部攝影機沒有畫面。</translation>
    </message>
    <message>
        <source>There is no plate reader of that name.</source>
        <translation>沒有這個名稱的車牌辨識器。</translation>
    </message>
    <message>
        <source>There is no rate “{name}”.</source>
        <translation>沒有名為「{name}」的費率。</translation>
    </message>
    <message>
        <source>There is no receipt printer.</source>
        <translation>沒有收據印表機。</translation>
    </message>
    <message>
        <source>There is no report of this shift.</source>
        <translation>此班次沒有報表。</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>沒有這個帳戶。</translation>
    </message>
    <message>
        <source>There is no such booking.</source>
        <translation>沒有這筆預約。</translation>
    </message>
    <message>
        <source>There is no such device any more.</source>
        <translation>已經沒有這個裝置。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>沒有這個檔案。</translation>
    </message>
    <message>
        <source>There is no such proposal.</source>
        <translation>沒有這項提議。</translation>
    </message>
    <message>
        <source>There is nothing more to this message.</source>
        <translation>此訊息沒有更多內容。</translation>
    </message>
    <message>
        <source>There is nothing to sell.</source>
        <translation>沒有可販售的商品。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的步驟。</translation>
    </message>
    <message>
        <source>There is paper.</source>
        <translation>有紙。</translation>
    </message>
    <message>
        <source>There is room for {most} accounts.</source>
        <translation>最多 {most} 個帳戶。</translation>
    </message>
    <message>
        <source>There is room on the disk: {gigabytes} GB.</source>
        <translation>硬碟有空間：{gigabytes} GB。</translation>
    </message>
    <message>
        <source>There is too little on the driver's account.</source>
        <translation>駕駛的帳戶餘額不足。</translation>
    </message>
    <message>
        <source>They are asked about by themselves; Payments lists them.</source>
        <translation>系統會自動查詢；「付款」畫面有清單。</translation>
    </message>
    <message>
        <source>They are asked for again by themselves.</source>
        <translation>會自動再次索取。</translation>
    </message>
    <message>
        <source>They are asked instead: a payment is seen a few seconds later.</source>
        <translation>改為主動詢問，付款會晚幾秒才看到。</translation>
    </message>
    <message>
        <source>They are printed by themselves, in order, once it prints again.</source>
        <translation>印表機恢復後會依序自動列印。</translation>
    </message>
    <message>
        <source>They price: {known}.</source>
        <translation>有價格的車種：{known}。</translation>
    </message>
    <message>
        <source>This PC's clock is {minutes} minutes ahead of the lot's.</source>
        <translation>這台電腦的時鐘比本場快 {minutes} 分鐘。</translation>
    </message>
    <message>
        <source>This PC's clock is {minutes} minutes behind the lot's.</source>
        <translation>這台電腦的時鐘比本場慢 {minutes} 分鐘。</translation>
    </message>
    <message>
        <source>This article is not sold any more.</source>
        <translation>此商品已停售。</translation>
    </message>
    <message>
        <source>This barrier cannot be held open from here.</source>
        <translation>無法從這裡讓此柵欄保持開啟。</translation>
    </message>
    <message>
        <source>This barrier's board never answers: whether the gate opened is not known.</source>
        <translation>此柵欄的控制板不會回應：無法得知柵欄是否已開啟。</translation>
    </message>
    <message>
        <source>This camera is not known to the recogniser.</source>
        <translation>車牌辨識不認得這部攝影機。</translation>
    </message>
    <message>
        <source>This camera reads by itself: region and masks do not hold for it.</source>
        <translation>此攝影機自行辨識車牌：辨識區域與遮罩對它無效。</translation>
    </message>
    <message>
        <source>This car has left already.</source>
        <translation>此車已離場。</translation>
    </message>
    <message>
        <source>This car has not paid yet.</source>
        <translation>此車尚未付款。</translation>
    </message>
    <message>
        <source>This car has paid: what it is can no longer be changed.</source>
        <translation>此車已繳費，無法再變更車輛資料。</translation>
    </message>
    <message>
        <source>This car is not held at a gate.</source>
        <translation>這輛車並未留置於柵欄前。</translation>
    </message>
    <message>
        <source>This computer does not let Lotkeeper use the port of the barrier's board.</source>
        <translation>這台電腦不允許 Lotkeeper 使用柵欄控制板的連接埠。</translation>
    </message>
    <message>
        <source>This computer does not let Lotkeeper use the port of the loops' board.</source>
        <translation>這台電腦不允許 Lotkeeper 使用感應線圈控制板的連接埠。</translation>
    </message>
    <message>
        <source>This computer does not let Lotkeeper use the relay board's port.</source>
        <translation>這台電腦不允許 Lotkeeper 使用繼電器板的連接埠。</translation>
    </message>
    <message>
        <source>This computer or the network is too slow.</source>
        <translation>這台電腦或網路太慢。</translation>
    </message>
    <message>
        <source>This computer's clock is right.</source>
        <translation>這台電腦的時鐘正確。</translation>
    </message>
    <message>
        <source>This computer's user may not use the camera.</source>
        <translation>此電腦的使用者無權使用攝影機。</translation>
    </message>
    <message>
        <source>This console belongs to the lot now, as number {number}: {name}.</source>
        <translation>此主控台已加入停車場，編號 {number}：{name}。</translation>
    </message>
    <message>
        <source>This console does not reach the others: one of them may have paid it back.</source>
        <translation>這台主控台連不上其他主控台：可能已有人退還。</translation>
    </message>
    <message>
        <source>This console has records of its own and cannot join another lot.</source>
        <translation>此主控台已有自己的記錄，無法加入其他停車場。</translation>
    </message>
    <message>
        <source>This console holds no spaces.</source>
        <translation>此主控台沒有持有車位。</translation>
    </message>
    <message>
        <source>This console is the hub: it looks for none.</source>
        <translation>這台主控台就是中樞，不需要尋找中樞。</translation>
    </message>
    <message>
        <source>This console knows of no hub: its lot has one console.</source>
        <translation>這台主控台沒有已知的中樞：停車場只有一台主控台。</translation>
    </message>
    <message>
        <source>This console was revoked and takes part no more.</source>
        <translation>此主控台已被撤銷，不再參與。</translation>
    </message>
    <message>
        <source>This console's own key cannot be read or written.</source>
        <translation>無法讀取或寫入本主控台自己的金鑰。</translation>
    </message>
    <message>
        <source>This gate is not held open.</source>
        <translation>此柵欄沒有保持開啟。</translation>
    </message>
    <message>
        <source>This is a relief.</source>
        <translation>這是代班。</translation>
    </message>
    <message>
        <source>This is decided at the hub.</source>
        <translation>此事由中樞決定。</translation>
    </message>
    <message>
        <source>This is longer ago than {days} days.</source>
        <translation>已超過 {days} 天。</translation>
    </message>
    <message>
        <source>This is paid in cash or by card.</source>
        <translation>此項只能以現金或信用卡支付。</translation>
    </message>
    <message>
        <source>This is the last administrator.</source>
        <translation>這是最後一位管理員。</translation>
    </message>
    <message>
        <source>This key has no function here.</source>
        <translation>此按鍵在這裡沒有功能。</translation>
    </message>
    <message>
        <source>This lane has no loop behind the boom.</source>
        <translation>這條車道在欄桿後沒有感應線圈。</translation>
    </message>
    <message>
        <source>This lane has no sign: drivers do not see the text.</source>
        <translation>此車道沒有看板：駕駛看不到這段文字。</translation>
    </message>
    <message>
        <source>This lane is closed.</source>
        <translation>此車道已關閉。</translation>
    </message>
    <message>
        <source>This lot has no such lane.</source>
        <translation>此停車場沒有這個車道。</translation>
    </message>
    <message>
        <source>This lot is wired to a simulator that does not run.</source>
        <translation>此停車場接到未執行的模擬器。</translation>
    </message>
    <message>
        <source>This machine was off from {from_at} to {until}.</source>
        <translation>此電腦於 {from_at} 至 {until} 之間關機。</translation>
    </message>
    <message>
        <source>This needs a second person.</source>
        <translation>這件事需要第二個人。</translation>
    </message>
    <message>
        <source>This one can only be tried once it is saved.</source>
        <translation>此裝置儲存後才能試用。</translation>
    </message>
    <message>
        <source>This payment was taken back already.</source>
        <translation>此筆付款已經作廢。</translation>
    </message>
    <message>
        <source>This plate is inside already.</source>
        <translation>場內已有此車牌。</translation>
    </message>
    <message>
        <source>This program may not use the printer's port.</source>
        <translation>本程式沒有使用印表機連接埠的權限。</translation>
    </message>
    <message>
        <source>This rate plan is of a kind not known here.</source>
        <translation>不認得此種費率。</translation>
    </message>
    <message>
        <source>This reason does not exist.</source>
        <translation>沒有這個原因。</translation>
    </message>
    <message>
        <source>This reason needs a note.</source>
        <translation>此原因須填備註。</translation>
    </message>
    <message>
        <source>This relay board cannot tell its relays, so nothing is held by it.</source>
        <translation>此繼電器板無法回報繼電器狀態，因此不能用來保持開啟。</translation>
    </message>
    <message>
        <source>This relay board never answers: whether it acted is not known.</source>
        <translation>此繼電器板不會回應：無法得知是否已動作。</translation>
    </message>
    <message>
        <source>This site keeps no labelled photos.</source>
        <translation>本停車場未保存已標註的照片。</translation>
    </message>
    <message>
        <source>This stamp of {name} was used already, on {at}.</source>
        <translation>{name} 的這個章號已於 {at} 使用。</translation>
    </message>
    <message>
        <source>This stay has ended.</source>
        <translation>這筆停車已結束。</translation>
    </message>
    <message>
        <source>This stay has no plate, so its receipt has no code to leave with.</source>
        <translation>這筆停車沒有車牌，收據上因此沒有離場條碼。</translation>
    </message>
    <message>
        <source>This stay has no such validation.</source>
        <translation>此次停車沒有這項優惠。</translation>
    </message>
    <message>
        <source>This terminal or platform is not set up here.</source>
        <translation>這裡沒有設定此刷卡機或平台。</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <translation>這個時間還沒到。</translation>
    </message>
    <message>
        <source>This user may not use the code reader's serial line.</source>
        <translation>此使用者無權使用讀碼機的序列埠。</translation>
    </message>
    <message>
        <source>This user may not use the sign's serial line.</source>
        <translation>此使用者無權使用看板的序列埠。</translation>
    </message>
    <message>
        <source>This waited when the backup was made; it may have been done since.</source>
        <translation>備份時這件事還在等候，之後可能已經完成。</translation>
    </message>
    <message>
        <source>This was paid or given up already.</source>
        <translation>這筆已付款或已取消。</translation>
    </message>
    <message>
        <source>This was settled already.</source>
        <translation>此筆已處理完畢。</translation>
    </message>
    <message>
        <source>Ticket cannot be read</source>
        <translation>票卡無法讀取</translation>
    </message>
    <message>
        <source>Ticket not found</source>
        <translation>找不到票卡</translation>
    </message>
    <message>
        <source>To a driver, without a payment</source>
        <translation>給駕駛（無繳費）</translation>
    </message>
    <message>
        <source>To be cancelled.</source>
        <translation>要求取消。</translation>
    </message>
    <message>
        <source>To remove it all, choose the whole shape.</source>
        <translation>若要全部移除，請選取整個圖形。</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>存入銀行</translation>
    </message>
    <message>
        <source>To the end of a step of “{name}”</source>
        <translation>到「{name}」某一段的終點</translation>
    </message>
    <message>
        <source>Too few vehicles to judge: {count} of at least {least}.</source>
        <translation>車輛太少，無法判斷：{count} 輛，至少需要 {least} 輛。</translation>
    </message>
    <message>
        <source>Too little was given.</source>
        <translation>實收金額不足。</translation>
    </message>
    <message>
        <source>Too many wrong PINs and passwords at this console.</source>
        <translation>這台主控台輸入錯誤的 PIN 或密碼太多次。</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>密碼錯誤次數過多。</translation>
    </message>
    <message>
        <source>Too many wrong tries: the code has ended.</source>
        <translation>錯誤次數過多：代碼已失效。</translation>
    </message>
    <message>
        <source>Towed</source>
        <translation>拖吊</translation>
    </message>
    <message>
        <source>Towed, still owed:</source>
        <translation>已拖吊，尚欠：</translation>
    </message>
    <message>
        <source>Try a part of the plate.</source>
        <translation>請試試部分車牌。</translation>
    </message>
    <message>
        <source>Try again after {until}.</source>
        <translation>請於 {until} 後再試。</translation>
    </message>
    <message>
        <source>Try again once it is gone.</source>
        <translation>等它離開後再試一次。</translation>
    </message>
    <message>
        <source>Try again when the lane is empty.</source>
        <translation>等車道淨空後再試。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>請再試一次。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the network.</source>
        <translation>請重試；若仍如此，檢查網路。</translation>
    </message>
    <message>
        <source>Try again; the log tells more.</source>
        <translation>請再試一次；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Try it under Devices.</source>
        <translation>請在「裝置」中測試。</translation>
    </message>
    <message>
        <source>Try the drawer</source>
        <translation>測試錢櫃</translation>
    </message>
    <message>
        <source>Two PCs run as the same console: stop one, and let it join anew.</source>
        <translation>有兩台電腦以同一主控台身分執行：請停用一台並讓它重新加入。</translation>
    </message>
    <message>
        <source>Two consoles took money for the same time while they were cut off.</source>
        <translation>兩部控制台在斷線期間，對同一段時間各收了一次錢。</translation>
    </message>
    <message>
        <source>Two different plates were read, one after the other.</source>
        <translation>先後辨識到兩個不同的車牌。</translation>
    </message>
    <message>
        <source>Two different records claim the same place.</source>
        <translation>兩筆不同的記錄占用同一位置。</translation>
    </message>
    <message>
        <source>Two lanes have the same name.</source>
        <translation>有兩個車道同名。</translation>
    </message>
    <message>
        <source>Two rates are called “{rate}”: bills and validations cannot tell them apart.</source>
        <translation>有兩個費率都叫「{rate}」：帳單與折抵無法分辨。</translation>
    </message>
    <message>
        <source>Type 1 to {longest} letters.</source>
        <translation>請輸入 1 至 {longest} 個字。</translation>
    </message>
    <message>
        <source>Type 1432, or 13/5 1432 for another day.</source>
        <translation>請輸入 1432，其他日期輸入 13/5 1432（日/月）。</translation>
    </message>
    <message>
        <source>Type 2 to 12 letters and digits.</source>
        <translation>請輸入 2 至 12 個字母與數字。</translation>
    </message>
    <message>
        <source>Type a part of its plate.</source>
        <translation>請輸入部分車牌。</translation>
    </message>
    <message>
        <source>Type a plate.</source>
        <translation>請輸入車牌。</translation>
    </message>
    <message>
        <source>Type an amount of at most {missing_minor}.</source>
        <translation>請輸入不超過 {missing_minor} 的金額。</translation>
    </message>
    <message>
        <source>Type at most {longest} characters in one line.</source>
        <translation>請在一行內輸入最多 {longest} 個字元。</translation>
    </message>
    <message>
        <source>Type both again.</source>
        <translation>請兩者都重新輸入。</translation>
    </message>
    <message>
        <source>Type digits, as on the notes and coins.</source>
        <translation>請輸入數字，如紙鈔與硬幣上所示。</translation>
    </message>
    <message>
        <source>Type it again, or choose the merchant from the list.</source>
        <translation>請重新輸入，或從清單選擇商家。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>請重新輸入。</translation>
    </message>
    <message>
        <source>Type it as it is printed in the book.</source>
        <translation>請依紙本上印的號碼輸入。</translation>
    </message>
    <message>
        <source>Type letters or digits of the plate.</source>
        <translation>請輸入車牌的字母或數字。</translation>
    </message>
    <message>
        <source>Type more digits, or a password of at least {password} characters.</source>
        <translation>請輸入更多位數，或至少 {password} 個字元的密碼。</translation>
    </message>
    <message>
        <source>Type plates by hand meanwhile.</source>
        <translation>在此期間請人工輸入車牌。</translation>
    </message>
    <message>
        <source>Type plates by hand; ask its maker.</source>
        <translation>請以手動輸入車牌，並洽詢其製造商。</translation>
    </message>
    <message>
        <source>Type plates by hand; the log tells more.</source>
        <translation>請人工輸入車牌；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Type plates with a comma between them.</source>
        <translation>車牌之間請用逗號分開。</translation>
    </message>
    <message>
        <source>Type the PIN or password as well.</source>
        <translation>請再輸入 PIN 或密碼。</translation>
    </message>
    <message>
        <source>Type the number of the slip instead.</source>
        <translation>請改輸入簽單上的編號。</translation>
    </message>
    <message>
        <source>Type the number on the card terminal's slip.</source>
        <translation>請輸入刷卡機簽單上的號碼。</translation>
    </message>
    <message>
        <source>Type the number that stands on the slip or the platform's page.</source>
        <translation>請輸入簽單或平台頁面上的編號。</translation>
    </message>
    <message>
        <source>Type the password anew, as lotkeeper db console showed it.</source>
        <translation>請重新輸入 lotkeeper db console 顯示的密碼。</translation>
    </message>
    <message>
        <source>Type the plate of this car.</source>
        <translation>請輸入這輛車的車牌。</translation>
    </message>
    <message>
        <source>Type the plate, or open by hand.</source>
        <translation>請輸入車牌，或手動開啟。</translation>
    </message>
    <message>
        <source>Type the plate.</source>
        <translation>請輸入車牌。</translation>
    </message>
    <message>
        <source>Type when it came in.</source>
        <translation>請輸入入場時間。</translation>
    </message>
    <message>
        <source>Type when it left, or look at the times.</source>
        <translation>請輸入離場時間，或確認時間。</translation>
    </message>
    <message>
        <source>Type when the car came, paid or left.</source>
        <translation>請輸入入場、繳費或離場時間。</translation>
    </message>
    <message>
        <source>Type {shortest} to {longest} characters.</source>
        <translation>請輸入 {shortest} 到 {longest} 個字元。</translation>
    </message>
    <message>
        <source>Type {shortest} to {longest} digits.</source>
        <translation>請輸入 {shortest} 至 {longest} 位數字。</translation>
    </message>
    <message>
        <source>Unlock the key store, or look whether the disk is full.</source>
        <translation>請解鎖金鑰庫，或檢查磁碟是否已滿。</translation>
    </message>
    <message>
        <source>Update the older of the two programs.</source>
        <translation>請更新較舊的程式。</translation>
    </message>
    <message>
        <source>Update this program if the other is newer.</source>
        <translation>若對方較新，請更新本程式。</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>請更新本程式。</translation>
    </message>
    <message>
        <source>Use its http:// address within the lot's own network.</source>
        <translation>在停車場內部網路中請改用其 http:// 位址。</translation>
    </message>
    <message>
        <source>Use the switch at the barrier.</source>
        <translation>請使用柵欄旁的開關。</translation>
    </message>
    <message>
        <source>Validated by a merchant:</source>
        <translation>商家優惠：</translation>
    </message>
    <message>
        <source>Validation taken back.</source>
        <translation>已取消商家優惠。</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>廂型車</translation>
    </message>
    <message>
        <source>Vehicles come again and again from behind the boom.</source>
        <translation>車輛一再從欄桿後方出現。</translation>
    </message>
    <message>
        <source>Verify it from the audit screen in a quiet hour.</source>
        <translation>請在空閒時從稽核畫面驗證。</translation>
    </message>
    <message>
        <source>Version {version} prices cars already and cannot be taken back.</source>
        <translation>第 {version} 版已開始計價，無法撤回。</translation>
    </message>
    <message>
        <source>Version {version} was taken back before.</source>
        <translation>第 {version} 版先前已撤回。</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>工資</translation>
    </message>
    <message>
        <source>Wait a moment, or start Lotkeeper again.</source>
        <translation>請稍候，或重新啟動 Lotkeeper。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>請稍候。</translation>
    </message>
    <message>
        <source>Wait for that, or cancel it there first.</source>
        <translation>請等候完成，或先在該處取消。</translation>
    </message>
    <message>
        <source>Wait for what was asked for.</source>
        <translation>請等候已請款的部分。</translation>
    </message>
    <message>
        <source>Wait until it has ended; then it can be purged.</source>
        <translation>請等付款結束，再清除。</translation>
    </message>
    <message>
        <source>Wait until it is through, or say that it may be interrupted.</source>
        <translation>請等車輛通過，或允許中斷。</translation>
    </message>
    <message>
        <source>Wait until that is over, or cancel it.</source>
        <translation>請等候完成，或先取消。</translation>
    </message>
    <message>
        <source>Wait until that is settled: Payments, Under way.</source>
        <translation>請等它結清：「付款、進行中」。</translation>
    </message>
    <message>
        <source>Wait until the hub is back, or make the change there.</source>
        <translation>請等中樞恢復，或直接在中樞變更。</translation>
    </message>
    <message>
        <source>Waiting for the driver to pay, since {since}.</source>
        <translation>自 {since} 起等候駕駛付款。</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>Was a test</source>
        <translation>是測試</translation>
    </message>
    <message>
        <source>Was counted twice</source>
        <translation>重複計算</translation>
    </message>
    <message>
        <source>Was towed away</source>
        <translation>已被拖吊</translation>
    </message>
    <message>
        <source>Went back to the driver:</source>
        <translation>已退還駕駛人：</translation>
    </message>
    <message>
        <source>What answers at the barrier's address is another device.</source>
        <translation>在柵欄位址回應的是另一台設備。</translation>
    </message>
    <message>
        <source>What answers at the camera's address is another device.</source>
        <translation>在攝影機位址回應的是另一台設備。</translation>
    </message>
    <message>
        <source>What answers at the loops' address is another device.</source>
        <translation>在線圈位址回應的是另一台設備。</translation>
    </message>
    <message>
        <source>What answers at this address is another device.</source>
        <translation>在此位址回應的是另一台設備。</translation>
    </message>
    <message>
        <source>What became of this at {at} is not known: {task}.</source>
        <translation>{at} 的結果不明：{task}。</translation>
    </message>
    <message>
        <source>What is given as the port of the barrier's board is no serial port.</source>
        <translation>所指定的柵欄控制板連接埠不是序列埠。</translation>
    </message>
    <message>
        <source>What is given as the port of the loops' board is no serial port.</source>
        <translation>所指定的感應線圈控制板連接埠不是序列埠。</translation>
    </message>
    <message>
        <source>What is given as the relay board's port is no serial port.</source>
        <translation>所指定的繼電器板連接埠不是序列埠。</translation>
    </message>
    <message>
        <source>What is plugged in there is no camera.</source>
        <translation>該處連接的裝置不是攝影機。</translation>
    </message>
    <message>
        <source>What payment services tell by themselves is not heard.</source>
        <translation>聽不到支付服務主動送來的通知。</translation>
    </message>
    <message>
        <source>What stands there is no serial line.</source>
        <translation>該路徑不是序列埠。</translation>
    </message>
    <message>
        <source>What was drawn for camera {name} is not saved yet.</source>
        <translation>攝影機「{name}」所畫的內容尚未儲存。</translation>
    </message>
    <message>
        <source>What was not counted cannot be left in the drawer.</source>
        <translation>未清點的現金不能留作備用金。</translation>
    </message>
    <message>
        <source>What was owed for this stay was collected already.</source>
        <translation>此次停車的欠款已經補繳。</translation>
    </message>
    <message>
        <source>What was owed, collected:</source>
        <translation>欠款已補繳：</translation>
    </message>
    <message>
        <source>What was owed, given up:</source>
        <translation>欠款已核銷：</translation>
    </message>
    <message>
        <source>What was paid was paid for the car as it was described.</source>
        <translation>已繳金額是依原車輛資料計算。</translation>
    </message>
    <message>
        <source>What was sent is too large for it.</source>
        <translation>傳送的內容對對方而言太大。</translation>
    </message>
    <message>
        <source>What was typed is not the same both times.</source>
        <translation>兩次輸入的不一樣。</translation>
    </message>
    <message>
        <source>What watches the power supply does not speak as NUT does.</source>
        <translation>監看不斷電系統的程式不是以 NUT 的方式回應。</translation>
    </message>
    <message>
        <source>When it came in, another car was inside under this plate.</source>
        <translation>入場時，場內已有另一輛車使用此車牌。</translation>
    </message>
    <message>
        <source>When the steps of “{charge}” begin anew cannot be said: APDS resets daily.</source>
        <translation>無法寫明「{charge}」的段落何時重新開始：APDS 只能每日重設。</translation>
    </message>
    <message>
        <source>Whether it is held open is not known; {by} wanted it so at {since}.</source>
        <translation>不確定是否保持開啟；{by} 於 {since} 要求如此。</translation>
    </message>
    <message>
        <source>Whoever answers there does not know the code: that is not your hub.</source>
        <translation>回應者不知道代碼：那不是您的中樞。</translation>
    </message>
    <message>
        <source>Whoever leaves after an opening is taken to have driven through.</source>
        <translation>開啟後離開的車輛一律視為已通過。</translation>
    </message>
    <message>
        <source>Whoever may still work here signs on again.</source>
        <translation>仍可在此工作者請重新登入。</translation>
    </message>
    <message>
        <source>Whoever took the money declined to give it back.</source>
        <translation>收款方拒絕退款。</translation>
    </message>
    <message>
        <source>Whoever took the money knows nothing of this refund.</source>
        <translation>收款方查無此筆退款。</translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation>整天</translation>
    </message>
    <message>
        <source>Whole minutes, up to 100 per cent, an amount, or the name of a rate.</source>
        <translation>請輸入整數分鐘、最多 100% 的折扣、金額，或費率名稱。</translation>
    </message>
    <message>
        <source>Wire a sign to the lane on the device page.</source>
        <translation>請在裝置頁面為此車道設定看板。</translation>
    </message>
    <message>
        <source>Wire its camera, barrier and loops now.</source>
        <translation>請接上攝影機、柵欄與線圈。</translation>
    </message>
    <message>
        <source>With a booking a car comes in; this lane is an exit.</source>
        <translation>預約用於進場；這個車道是出口。</translation>
    </message>
    <message>
        <source>With a receipt a car leaves; this lane is an entry.</source>
        <translation>收據用於離場；這個車道是入口。</translation>
    </message>
    <message>
        <source>Withdraw those that nobody needs, or wait until they end.</source>
        <translation>請收回不需要的代碼，或等待其失效。</translation>
    </message>
    <message>
        <source>Without one receipts are files only.</source>
        <translation>沒有印表機時，收據只存成檔案。</translation>
    </message>
    <message>
        <source>Without one: {names}. Set them under People.</source>
        <translation>沒有 PIN：{names}。請在「人員」中設定。</translation>
    </message>
    <message>
        <source>Work at the barrier</source>
        <translation>柵欄機施工</translation>
    </message>
    <message>
        <source>Write 00:00 to 24:00 if the whole day is meant.</source>
        <translation>若是指整天，請寫 00:00 到 24:00。</translation>
    </message>
    <message>
        <source>Write a folder, smb://server/share/folder or s3://bucket/folder.</source>
        <translation>請填寫資料夾、smb://伺服器/共享/資料夾 或 s3://儲存桶/資料夾。</translation>
    </message>
    <message>
        <source>Write down a name, a telephone number or a plate.</source>
        <translation>請填寫姓名、電話或車牌。</translation>
    </message>
    <message>
        <source>Write in a few words what happened.</source>
        <translation>請簡短寫下經過。</translation>
    </message>
    <message>
        <source>Write it as 2026-05-31 14:30.</source>
        <translation>請寫成 2026-05-31 14:30。</translation>
    </message>
    <message>
        <source>Write it as name:port or number:port, for instance 1.1.1.1:443.</source>
        <translation>請寫成 名稱:連接埠 或 數字:連接埠，例如 1.1.1.1:443。</translation>
    </message>
    <message>
        <source>Write it as name:port or number:port.</source>
        <translation>請寫成 名稱:連接埠 或 位址:連接埠。</translation>
    </message>
    <message>
        <source>Write it as postgresql+psycopg://login@server/database.</source>
        <translation>請寫成 postgresql+psycopg://帳號@伺服器/資料庫。</translation>
    </message>
    <message>
        <source>Write it like Asia/Taipei or Europe/Berlin.</source>
        <translation>請寫成 Asia/Taipei 或 Europe/Berlin 的形式。</translation>
    </message>
    <message>
        <source>Write it like http://10.0.0.30/text.</source>
        <translation>請寫成 http://10.0.0.30/text 的形式。</translation>
    </message>
    <message>
        <source>Write it like rtsp://10.0.0.20/main or http://10.0.0.20/video.</source>
        <translation>請寫成像 rtsp://10.0.0.20/main 或 http://10.0.0.20/video 的樣子。</translation>
    </message>
    <message>
        <source>Write it like rtsp://10.0.0.20/main.</source>
        <translation>請寫成 rtsp://10.0.0.20/main 的形式。</translation>
    </message>
    <message>
        <source>Write its address down at the other consoles.</source>
        <translation>請在其他主控台填入它的位址。</translation>
    </message>
    <message>
        <source>Write off its spaces once you know that no car comes in through it.</source>
        <translation>確認不再有車從該處進場後，沖銷其車位。</translation>
    </message>
    <message>
        <source>Write off {amount_minor} of {plate}.</source>
        <translation>註銷 {plate} 的 {amount_minor}。</translation>
    </message>
    <message>
        <source>Write them off once you know that no car comes in through it.</source>
        <translation>確認不再有車從該處進場後，予以沖銷。</translation>
    </message>
    <message>
        <source>Written off.</source>
        <translation>已註銷。</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>金額錯誤</translation>
    </message>
    <message>
        <source>You cannot relieve yourself.</source>
        <translation>不能替自己代班。</translation>
    </message>
    <message>
        <source>You have a shift open on another drawer.</source>
        <translation>您在另一個錢櫃已開班。</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>您沒有此權限。</translation>
    </message>
    <message>
        <source>Zoom in or bring the camera nearer: 40 px are good.</source>
        <translation>請拉近鏡頭或將攝影機移近：40 像素為佳。</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>已補繳</translation>
    </message>
    <message>
        <source>due</source>
        <translation>待退</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已核銷</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>不退還</translation>
    </message>
    <message>
        <source>lotkeeper doctor names the package.</source>
        <translation>lotkeeper doctor 會列出需要的套件。</translation>
    </message>
    <message>
        <source>lotkeeper doctor says what to do.</source>
        <translation>lotkeeper doctor 會說明處理方式。</translation>
    </message>
    <message>
        <source>lotkeeper sync status names them.</source>
        <translation>lotkeeper sync status 會列出。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不確定</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>處理中</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>已退還</translation>
    </message>
    <message>
        <source>paid back, all or a part</source>
        <translation>已全部或部分退款</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已作廢</translation>
    </message>
    <message>
        <source>{account} is still asked for money.</source>
        <translation>{account} 仍有請款未結。</translation>
    </message>
    <message>
        <source>{amount_minor} are on their way back to {plate}.</source>
        <translation>{amount_minor} 正退回給 {plate}。</translation>
    </message>
    <message>
        <source>{amount_minor} collected by card. Receipt {number}.</source>
        <translation>已刷卡收取 {amount_minor}。收據 {number}。</translation>
    </message>
    <message>
        <source>{amount_minor} go back to the driver, the way they came.</source>
        <translation>{amount_minor} 依原方式退還駕駛。</translation>
    </message>
    <message>
        <source>{amount_minor} is confirmed.</source>
        <translation>已確認 {amount_minor}。</translation>
    </message>
    <message>
        <source>{amount_minor} is due back to the driver.</source>
        <translation>{amount_minor} 待退還駕駛人。</translation>
    </message>
    <message>
        <source>{amount_minor} of {plate} is kept for good.</source>
        <translation>{plate} 的 {amount_minor} 確定不退還。</translation>
    </message>
    <message>
        <source>{amount_minor} paid at the exit, and the gate stayed shut.</source>
        <translation>已在出口付 {amount_minor}，但柵欄未開啟。</translation>
    </message>
    <message>
        <source>{amount_minor} paid, and nobody was seen to leave since {since}.</source>
        <translation>已付 {amount_minor}，自 {since} 起未見車輛離開。</translation>
    </message>
    <message>
        <source>{amount_minor} paid, and the gate failed.</source>
        <translation>已付 {amount_minor}，但柵欄故障。</translation>
    </message>
    <message>
        <source>{amount_minor} paid. Receipt {number}. Leave by {until}.</source>
        <translation>已付 {amount_minor}。收據 {number}。請於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{amount_minor} taken. Receipt {number}. Leave by {until}.</source>
        <translation>已收 {amount_minor}。收據 {number}。請於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{amount_minor} was paid back to {plate} out of this drawer.</source>
        <translation>已從這個錢櫃退還 {plate} {amount_minor}。</translation>
    </message>
    <message>
        <source>{amount_minor} · receipt {number}</source>
        <translation>{amount_minor} · 收據 {number}</translation>
    </message>
    <message>
        <source>{count} changes were made elsewhere meanwhile: somebody must choose.</source>
        <translation>{count} 項變更與他處衝突，須由人選擇。</translation>
    </message>
    <message>
        <source>{count} more tasks failed in the last day.</source>
        <translation>過去一天另有 {count} 項工作失敗。</translation>
    </message>
    <message>
        <source>{count} more were refused.</source>
        <translation>另有 {count} 筆被拒絕。</translation>
    </message>
    <message>
        <source>{count} records of other consoles have not arrived here.</source>
        <translation>其他主控台有 {count} 筆記錄尚未送達。</translation>
    </message>
    <message>
        <source>{count} spaces of {name} were taken back.</source>
        <translation>已收回 {name} 的 {count} 個車位。</translation>
    </message>
    <message>
        <source>{count} tasks wait, the oldest since {since}.</source>
        <translation>{count} 項工作等待中，最早自 {since}。</translation>
    </message>
    <message>
        <source>{count} things are still missing.</source>
        <translation>還缺 {count} 項。</translation>
    </message>
    <message>
        <source>{currency} is not a currency known here.</source>
        <translation>不認得幣別 {currency}。</translation>
    </message>
    <message>
        <source>{device} was tried as it is wired now.</source>
        <translation>{device} 已依目前接線測試過。</translation>
    </message>
    <message>
        <source>{due_minor} is more than the {ceiling_minor} that nobody need look at.</source>
        <translation>{due_minor} 超過免人工確認的上限 {ceiling_minor}。</translation>
    </message>
    <message>
        <source>{due_minor} not paid.</source>
        <translation>尚未付款：{due_minor}。</translation>
    </message>
    <message>
        <source>{effective_at} is over: rates are not published for the past.</source>
        <translation>{effective_at} 已經過了：費率不能發布到過去的時間。</translation>
    </message>
    <message>
        <source>{expected_minor} were left in the drawer, {found_minor} were found.</source>
        <translation>錢箱應留存 {expected_minor}，實際為 {found_minor}。</translation>
    </message>
    <message>
        <source>{file} was made and checked.</source>
        <translation>{file} 已建立並檢查。</translation>
    </message>
    <message>
        <source>{key} settles it.</source>
        <translation>按 {key} 處理。</translation>
    </message>
    <message>
        <source>{lane} has its camera, barrier and loops.</source>
        <translation>{lane} 已接上攝影機、柵欄與感應線圈。</translation>
    </message>
    <message>
        <source>{lane} is asked to stay open.</source>
        <translation>已要求 {lane} 保持開啟。</translation>
    </message>
    <message>
        <source>{lane} is closed: no car goes through by itself.</source>
        <translation>{lane} 已關閉：車輛不會自動放行。</translation>
    </message>
    <message>
        <source>{lane} is in use: a car is under its gate, or the gate is held open.</source>
        <translation>{lane} 使用中：柵欄下有車，或柵欄保持開啟。</translation>
    </message>
    <message>
        <source>{lane} is let go; its boom closes by itself.</source>
        <translation>已放下 {lane}；柵欄會自行關閉。</translation>
    </message>
    <message>
        <source>{lane} is open again.</source>
        <translation>{lane} 已重新開放。</translation>
    </message>
    <message>
        <source>{lane} is wired here and at {name}: its cars are recorded twice.</source>
        <translation>{lane} 同時接在這裡與 {name}：車輛會被記錄兩次。</translation>
    </message>
    <message>
        <source>{lane} is, or was, the short name of another lane.</source>
        <translation>{lane} 現在或以前是另一條車道的簡稱。</translation>
    </message>
    <message>
        <source>{lane}: looking again with plate {plate}.</source>
        <translation>{lane}：以車牌 {plate} 重新查詢。</translation>
    </message>
    <message>
        <source>{lane}: the code is good, the gate was asked to open.</source>
        <translation>{lane}：條碼有效，已要求柵欄開啟。</translation>
    </message>
    <message>
        <source>{lane}: the driver now reads “{text}”.</source>
        <translation>{lane}：駕駛現在看到「{text}」。</translation>
    </message>
    <message>
        <source>{lane}: the gate was asked to open.</source>
        <translation>{lane}：已要求柵欄開啟。</translation>
    </message>
    <message>
        <source>{lane}: the sign shows its usual text again.</source>
        <translation>{lane}：看板已恢復平常的文字。</translation>
    </message>
    <message>
        <source>{lane}: {device} in trouble.</source>
        <translation>{lane}：{device} 異常。</translation>
    </message>
    <message>
        <source>{lane}: {device} was tried as it is wired now.</source>
        <translation>{lane}：{device} 已依目前接線測試過。</translation>
    </message>
    <message>
        <source>{most} changes wait for the hub already.</source>
        <translation>已有 {most} 項變更等待中樞處理。</translation>
    </message>
    <message>
        <source>{name} cannot sign on.</source>
        <translation>{name} 無法登入。</translation>
    </message>
    <message>
        <source>{name} does not validate parking at present.</source>
        <translation>{name} 目前不提供停車優惠。</translation>
    </message>
    <message>
        <source>{name} gives {limit} validations a day, and they are used up.</source>
        <translation>{name} 每日提供 {limit} 次優惠，今日已用完。</translation>
    </message>
    <message>
        <source>{name} has no badge any more.</source>
        <translation>{name} 已沒有識別卡。</translation>
    </message>
    <message>
        <source>{name} has that badge.</source>
        <translation>這張識別卡是 {name} 的。</translation>
    </message>
    <message>
        <source>{name} has the badge now.</source>
        <translation>識別卡已發給 {name}。</translation>
    </message>
    <message>
        <source>{name} has validated this stay already.</source>
        <translation>{name} 已為此次停車提供優惠。</translation>
    </message>
    <message>
        <source>{name} is not locked out.</source>
        <translation>{name} 並未鎖定。</translation>
    </message>
    <message>
        <source>{name} is out of reach since {since}.</source>
        <translation>{name} 自 {since} 起無法連線。</translation>
    </message>
    <message>
        <source>{name} is the hub already.</source>
        <translation>{name} 已經是中樞。</translation>
    </message>
    <message>
        <source>{name} is the hub and cannot be revoked.</source>
        <translation>{name} 是中樞，無法撤銷。</translation>
    </message>
    <message>
        <source>{name} is the hub from now on.</source>
        <translation>{name} 現在是本場中樞。</translation>
    </message>
    <message>
        <source>{name} may not approve this.</source>
        <translation>{name} 無權核准這件事。</translation>
    </message>
    <message>
        <source>{name} sold for {amount_minor}. Receipt {number}.</source>
        <translation>{name} 售出 {amount_minor}。收據 {number}。</translation>
    </message>
    <message>
        <source>{name} validates by stamp.</source>
        <translation>{name} 以優惠章號提供優惠。</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>已新增 {name}。</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>已變更 {name}。</translation>
    </message>
    <message>
        <source>{name} was revoked already.</source>
        <translation>{name} 已被撤銷。</translation>
    </message>
    <message>
        <source>{name} was revoked: it takes part no more.</source>
        <translation>已撤銷 {name}：不再參與此停車場。</translation>
    </message>
    <message>
        <source>{paid_minor} came in, {missing_minor} did not.</source>
        <translation>已收 {paid_minor}，{missing_minor} 未收。</translation>
    </message>
    <message>
        <source>{paid_minor} of it came in already; {missing_minor} is missing.</source>
        <translation>已收 {paid_minor}，尚缺 {missing_minor}。</translation>
    </message>
    <message>
        <source>{plate} belongs to the account of {name}.</source>
        <translation>{plate} 屬於 {name} 的帳戶。</translation>
    </message>
    <message>
        <source>{plate} counts as inside.</source>
        <translation>{plate} 列為場內。</translation>
    </message>
    <message>
        <source>{plate} does not pay {amount_minor}. Leave by {until}.</source>
        <translation>{plate} 免付 {amount_minor}。請於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{plate} is described anew.</source>
        <translation>{plate} 的車輛資料已更新。</translation>
    </message>
    <message>
        <source>{plate} is in the list twice.</source>
        <translation>{plate} 在清單中重複。</translation>
    </message>
    <message>
        <source>{plate} is no plate.</source>
        <translation>{plate} 不是車牌。</translation>
    </message>
    <message>
        <source>{plate} owes {amount_minor}. Leave by {until}.</source>
        <translation>{plate} 欠 {amount_minor}。請於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{plate} was paid, but had to leave until {until}.</source>
        <translation>{plate} 已繳費，但應於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{plate} was towed and owes {amount_minor}.</source>
        <translation>{plate} 已拖吊，欠 {amount_minor}。</translation>
    </message>
    <message>
        <source>{plate} was towed: {amount_minor} stay owed.</source>
        <translation>{plate} 已被拖吊：仍欠 {amount_minor}。</translation>
    </message>
    <message>
        <source>{plate}: the validation is taken back.</source>
        <translation>{plate}：折抵已撤回。</translation>
    </message>
    <message>
        <source>{plate}: the validation is taken.</source>
        <translation>{plate}：折抵已登錄。</translation>
    </message>
    <message>
        <source>{start}–{end} is {hours} h long, to the same time of the next day.</source>
        <translation>{start}–{end} 長達 {hours} 小時，到隔天的同一時間。</translation>
    </message>
    <message>
        <source>{start}–{end} runs over midnight: {hours} h, and belongs to the day it begins on.</source>
        <translation>{start}–{end} 跨過午夜：共 {hours} 小時，屬於開始的那一天。</translation>
    </message>
    <message>
        <source>{tender}: cancelled.</source>
        <translation>{tender}：已取消。</translation>
    </message>
    <message>
        <source>{tender}: declined.</source>
        <translation>{tender}：被拒絕。</translation>
    </message>
    <message>
        <source>{tender}: not known whether it was paid. Asking since {since}.</source>
        <translation>{tender}：不確定是否已付款。自 {since} 起查詢中。</translation>
    </message>
    <message>
        <source>{tender}: not known whether {amount_minor} was paid.</source>
        <translation>{tender}：不確定 {amount_minor} 是否已付。</translation>
    </message>
    <message>
        <source>{tender}: paid.</source>
        <translation>{tender}：已付款。</translation>
    </message>
    <message>
        <source>{tender}: {amount_minor} is waited for.</source>
        <translation>{tender}：等候 {amount_minor}。</translation>
    </message>
    <message>
        <source>{tender}: {amount} given back.</source>
        <translation>{tender}：已退 {amount}。</translation>
    </message>
    <message>
        <source>{timezone} is not a time zone.</source>
        <translation>{timezone} 不是時區。</translation>
    </message>
    <message>
        <source>{typed} is no time.</source>
        <translation>{typed} 不是時間。</translation>
    </message>
    <message>
        <source>“{charge}” and “{before}” both claim {days} {start}–{end}. “{before}” is first and takes it.</source>
        <translation>「{charge}」與「{before}」都涵蓋 {days} {start}–{end}；「{before}」在前，由它計費。</translation>
    </message>
    <message>
        <source>“{charge}” counts elapsed time; APDS counts the time that is charged.</source>
        <translation>「{charge}」依經過時間計算；APDS 依收費時間計算。</translation>
    </message>
    <message>
        <source>“{charge}” is left out as a whole.</source>
        <translation>「{charge}」整個未寫入。</translation>
    </message>
    <message>
        <source>“{charge}” never charges: {before} take all of its time before it.</source>
        <translation>「{charge}」永遠不會計費：它的時間都先由 {before} 計費。</translation>
    </message>
    <message>
        <source>“{key}” is not read.</source>
        <translation>「{key}」未讀入。</translation>
    </message>
    <message>
        <source>“{plate}” cannot be a plate.</source>
        <translation>「{plate}」不可能是車牌。</translation>
    </message>
    <message>
        <source>“{rate}” is never chosen: “{before}” takes every stay that it is for.</source>
        <translation>「{rate}」永遠不會被選用：它適用的停車都由「{before}」計費。</translation>
    </message>
    <message>
        <source>“{rate}”: no charge takes any time of a usual week. All stays cost nothing.</source>
        <translation>「{rate}」：一般的一週內沒有任何收費時段，所有停車都不收費。</translation>
    </message>
    <message>
        <source>“{rate}”: no charge takes {days} {start}–{end}. That time costs nothing.</source>
        <translation>「{rate}」：{days} {start}–{end} 沒有任何收費項目，這段時間不收費。</translation>
    </message>
    <message>
        <source>“{rate}”: no charge takes {start}–{end} on holidays. That time costs nothing.</source>
        <translation>「{rate}」：假日 {start}–{end} 沒有收費項目，這段時間不收費。</translation>
    </message>
    <message>
        <source>“{rate}”: no charge takes {start}–{end} on {date}, though other weeks charge for it.</source>
        <translation>「{rate}」：{date} {start}–{end} 沒有收費項目，但其他週會收費。</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Check ({count})</source>
        <translation>檢查（{count}）</translation>
    </message>
    <message>
        <source>Check ✓</source>
        <translation>檢查 ✓</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>預演</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
</TS>
