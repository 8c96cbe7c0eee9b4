<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
        <source>Size</source>
        <translation>大小</translation>
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
        <source>✓ {file} was made and checked.</source>
        <translation>✓ 已建立並檢查 {file}。</translation>
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
        <source>Plate, or a part of it</source>
        <translation>車牌或部分車牌</translation>
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
        <source>no plate</source>
        <translation>無車牌</translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
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
        <source>expected: float and cash taken</source>
        <translation>應有：備用金加已收現金</translation>
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
        <source>Cash</source>
        <translation>現金</translation>
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
        <source>Find a command</source>
        <translation>尋找指令</translation>
    </message>
    <message>
        <source>Go to what waits</source>
        <translation>前往待處理</translation>
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
        <source>Lock</source>
        <translation>鎖定</translation>
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
        <source>Open lane</source>
        <translation>開啟車道</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>切換語言</translation>
    </message>
    <message>
        <source>Previous lane</source>
        <translation>上一車道</translation>
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
        <source>Settle the clock</source>
        <translation>校定時鐘</translation>
    </message>
    <message>
        <source>Take the car of that number, 1 to 6</source>
        <translation>選該號碼的車，1 至 6</translation>
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
        <source>Not yet</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>Pieces of {value}</source>
        <translation>{value} 的數量</translation>
    </message>
    <message>
        <source>Type what was counted first; 0 if the drawer is empty.</source>
        <translation>請先輸入清點金額；錢櫃沒有錢請填 0。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
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
        <source>Driving through.</source>
        <translation>車輛通過中。</translation>
    </message>
    <message>
        <source>First {unit}</source>
        <translation>首 {unit}</translation>
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
        <source>No car stands there: no stay begins.</source>
        <translation>該處沒有車輛：不會開始停車紀錄。</translation>
    </message>
    <message>
        <source>No stay leaves with it. If the car is on record, take it in hand first.</source>
        <translation>不會有停車紀錄隨之離場。若車輛有紀錄，請先選取該車。</translation>
    </message>
    <message>
        <source>Not more than {price} in 24 h</source>
        <translation>24 小時最高 {price}</translation>
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
        <source>The car in hand, {plate}, leaves with it, but the lane read {read}.</source>
        <translation>選取的車輛 {plate} 將隨之離場，但車道辨識為 {read}。</translation>
    </message>
    <message>
        <source>The car in hand, {plate}, leaves with it.</source>
        <translation>選取的車輛 {plate} 將隨之離場。</translation>
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
        <source>without a plate</source>
        <translation>無車牌</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已註銷</translation>
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
        <source>{plate} leaves with it.</source>
        <translation>{plate} 將隨之離場。</translation>
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
        <source>{units} × {unit} at {price}</source>
        <translation>{units} × {unit}，每單位 {price}</translation>
    </message>
    <message>
        <source>{why} Plate read {confidence}.</source>
        <translation>{why}車牌辨識 {confidence}。</translation>
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
    <name>DoubtfulLetters</name>
    <message>
        <source>{letter} may be {others}</source>
        <translation>{letter} 可能是 {others}</translation>
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
        <source>To the desk</source>
        <translation>前往櫃台</translation>
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
    <name>History</name>
    <message>
        <source>{amount}, receipt {number}.</source>
        <translation>{amount}，收據 {number}。</translation>
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
    <name>LanePanel</name>
    <message>
        <source>6:00 to 19:00: {day} of {by_day} read alone; 19:00 to 6:00 (shaded): {night} of {by_night}. Hatched: a person helped. Weather is not measured.</source>
        <translation>6:00 至 19:00：{by_day} 輛中有 {day} 自行辨識；19:00 至 6:00（灰底）：{by_night} 輛中有 {night}。斜線：有人協助。未量測天氣。</translation>
    </message>
    <message>
        <source>Characters it confuses</source>
        <translation>容易認錯的字元</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>一天中的各時段</translation>
    </message>
    <message>
        <source>No plate of this lane was corrected in this time.</source>
        <translation>這段時間內，此車道沒有車牌被更正。</translation>
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
        <source>Wire one in the settings.</source>
        <translation>請在設定中接線。</translation>
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
        <source>the fee clock starts again</source>
        <translation>重新開始計費</translation>
    </message>
    <message>
        <source>the whole stay is priced again, less what was paid</source>
        <translation>全程重新計費，扣除已繳金額</translation>
    </message>
    <message>
        <source>✓ Saved.</source>
        <translation>✓ 已儲存。</translation>
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
        <source>This is the drawer's first shift.</source>
        <translation>這是此錢櫃的第一班。</translation>
    </message>
    <message>
        <source>Type the float as an amount, 0 if the drawer is empty.</source>
        <translation>請輸入備用金金額，錢櫃沒有錢請填 0。</translation>
    </message>
    <message>
        <source>When it was closed last, at {time}, {amount} were counted.</source>
        <translation>上次於 {time} 結班，清點為 {amount}。</translation>
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
    <name>PeopleScreen</name>
    <message>
        <source>Add someone</source>
        <translation>新增人員</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>變更角色</translation>
    </message>
    <message>
        <source>Choose someone to change what they may do.</source>
        <translation>選擇人員以變更其權限。</translation>
    </message>
    <message>
        <source>Ins adds someone.</source>
        <translation>按 Ins 新增人員。</translation>
    </message>
    <message>
        <source>May sign on</source>
        <translation>可登入</translation>
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
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>Nobody is on record.</source>
        <translation>尚無人員紀錄。</translation>
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
        <source>{role}; may not sign on any more</source>
        <translation>{role}；已停止登入</translation>
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
    <name>PersonForm</name>
    <message>
        <source>4 to 12 digits, not a row like 1234. Let the person type it.</source>
        <translation>4 至 12 位數字，不可為 1234 這類連號。請由本人輸入。</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>變更角色</translation>
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
        <source>PIN again</source>
        <translation>再輸入一次密碼</translation>
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
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>4 to 12 digits, not a row like 1234</source>
        <translation>4 至 12 位數字，不可為 1234 這類連號</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再輸入一次密碼</translation>
    </message>
    <message>
        <source>The first person is administrator: may change everything and add the others.</source>
        <translation>第一位人員為管理員，可變更一切並新增其他人。</translation>
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
        <source>The price</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Who has paid has {minutes} minutes to leave.</source>
        <translation>繳費後有 {minutes} 分鐘可離場。</translation>
    </message>
</context>
<context>
    <name>PriceSection</name>
    <message>
        <source>A new price holds for cars that come in afterwards; those inside keep theirs.</source>
        <translation>新費率適用於之後入場的車輛；場內車輛維持原費率。</translation>
    </message>
    <message>
        <source>Now (version {version}): {price}</source>
        <translation>目前（第 {version} 版）：{price}</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>Publish this price</source>
        <translation>公布此費率</translation>
    </message>
    <message>
        <source>The new price holds from</source>
        <translation>新費率生效時間</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>from now</source>
        <translation>自現在起</translation>
    </message>
    <message>
        <source>✓ Version {version} holds from now on.</source>
        <translation>✓ 第 {version} 版自現在起生效。</translation>
    </message>
    <message>
        <source>✓ Version {version} holds from {time}.</source>
        <translation>✓ 第 {version} 版自 {time} 起生效。</translation>
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
    <name>RunningPanel</name>
    <message>
        <source>Count and close</source>
        <translation>清點並結班</translation>
    </message>
    <message>
        <source>Someone else's shift: closing it needs a supervisor.</source>
        <translation>這是他人的班別：須由主管結班。</translation>
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
        <source>payments</source>
        <translation>繳費筆數</translation>
    </message>
    <message>
        <source>{name} has had this drawer since {time}.</source>
        <translation>{name} 自 {time} 起使用此錢櫃。</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>櫃台</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>場內</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
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
    <name>SettingsScreen</name>
    <message>
        <source>Sections of the settings</source>
        <translation>設定分類</translation>
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
    <name>SignOnScreen</name>
    <message>
        <source>A digit chooses a name, then type the PIN. Esc goes back to the names.</source>
        <translation>按數字選擇姓名，再輸入密碼。按 Esc 返回姓名。</translation>
    </message>
    <message>
        <source>Lanes at work: {count}</source>
        <translation>運作中的車道：{count}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {minutes} min.</source>
        <translation>密碼錯誤次數過多。請於 {minutes} 分鐘後再試。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {seconds} s.</source>
        <translation>密碼錯誤次數過多。請於 {seconds} 秒後再試。</translation>
    </message>
    <message>
        <source>Try again now.</source>
        <translation>現在可以再試。</translation>
    </message>
    <message>
        <source>Who signs on</source>
        <translation>登入人員</translation>
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
    <name>StillView</name>
    <message>
        <source>No picture</source>
        <translation>無畫面</translation>
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
        <source>starting</source>
        <translation>啟動中</translation>
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
        <source>A camera's clock is wrong, or what it reads comes far too late.</source>
        <translation>攝影機的時鐘不正確，或辨識結果太晚送達。</translation>
    </message>
    <message>
        <source>A car is in this lane: reading for the adjustment waits.</source>
        <translation>此車道有車：調整用的辨識暫停。</translation>
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
        <source>A figure of the rate plan cannot be used: {field}.</source>
        <translation>費率中的數值無法使用：{field}。</translation>
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
        <source>A lane needs a name.</source>
        <translation>車道需要名稱。</translation>
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
        <source>A task could not be done.</source>
        <translation>有一項工作無法完成。</translation>
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
        <source>A wrong PIN was typed.</source>
        <translation>輸入了錯誤的密碼。</translation>
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
        <source>Add at least one plate.</source>
        <translation>請至少加入一個車牌。</translation>
    </message>
    <message>
        <source>An edge cannot be removed.</source>
        <translation>邊不能移除。</translation>
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
        <source>Another car is inside under {plate}.</source>
        <translation>場內另有一輛車登記為 {plate}。</translation>
    </message>
    <message>
        <source>Another lane is reading a car: reading for the adjustment waits.</source>
        <translation>另一車道正在辨識車輛：調整用的辨識暫停。</translation>
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
        <source>Ask an administrator.</source>
        <translation>請洽管理員。</translation>
    </message>
    <message>
        <source>Ask for {missing_minor} more.</source>
        <translation>請再收 {missing_minor}。</translation>
    </message>
    <message>
        <source>Ask someone who may, to sign on.</source>
        <translation>請有權限的人員登入。</translation>
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
        <source>Change to its window; if there is none, wait a moment and start again.</source>
        <translation>請切換到它的視窗；若沒有視窗，稍候再重新啟動。</translation>
    </message>
    <message>
        <source>Choose a point, or the whole shape.</source>
        <translation>請選取一個點或整個圖形。</translation>
    </message>
    <message>
        <source>Choose an empty one.</source>
        <translation>請選擇空的資料夾。</translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation>請在設定中選擇其他檔案。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>請選擇其他檔案。</translation>
    </message>
    <message>
        <source>Choose another folder in the settings.</source>
        <translation>請在設定中選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>請另選一個。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>請從清單中選擇。</translation>
    </message>
    <message>
        <source>Choose the right one, then open by hand.</source>
        <translation>請選擇正確的一筆，再手動開啟。</translation>
    </message>
    <message>
        <source>Clean the lens and check the lamp.</source>
        <translation>請清潔鏡頭並檢查照明燈。</translation>
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
        <source>Close it; then print a copy.</source>
        <translation>請關上，再補印副本。</translation>
    </message>
    <message>
        <source>Close other programs and start again.</source>
        <translation>請關閉其他程式再重新啟動。</translation>
    </message>
    <message>
        <source>Compare the two pictures, then correct the plate or open by hand.</source>
        <translation>請比對兩張影像，再更正車牌或手動開啟。</translation>
    </message>
    <message>
        <source>Compare with the picture and correct the plate.</source>
        <translation>請與影像比對並更正車牌。</translation>
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
        <source>Correct it in the settings file: own, onnx: or process:.</source>
        <translation>請在設定檔中修正：own、onnx: 或 process:。</translation>
    </message>
    <message>
        <source>Correct its address in the settings.</source>
        <translation>請在設定中更正其位址。</translation>
    </message>
    <message>
        <source>Correct its command in the settings file.</source>
        <translation>請在設定檔中修正其指令。</translation>
    </message>
    <message>
        <source>Correct its path in the settings file.</source>
        <translation>請在設定檔中修正其路徑。</translation>
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
        <source>Correct them in the settings.</source>
        <translation>請在設定中更正。</translation>
    </message>
    <message>
        <source>Correct this line in the file and start again.</source>
        <translation>請更正檔案中的這一行再重新啟動。</translation>
    </message>
    <message>
        <source>Do it once more; if it comes again, tell the administrator.</source>
        <translation>請再做一次；若再發生，請通知管理員。</translation>
    </message>
    <message>
        <source>Draw them in the camera's own settings.</source>
        <translation>請在攝影機本身的設定中繪製。</translation>
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
        <source>Emergency</source>
        <translation>緊急狀況</translation>
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
        <source>Entry time set by rule when the lot's records began.</source>
        <translation>入場時間於紀錄啟用時依規則設定。</translation>
    </message>
    <message>
        <source>Fill both in.</source>
        <translation>兩者皆須填寫。</translation>
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
        <source>Give each lane a name of its own; at most 16.</source>
        <translation>請為每個車道取不同的名稱；最多 16 個。</translation>
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
        <source>Hand out the change first.</source>
        <translation>請先找零。</translation>
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
        <source>Install Lotkeeper again.</source>
        <translation>請重新安裝 Lotkeeper。</translation>
    </message>
    <message>
        <source>Install that version, or restore a backup made before the upgrade.</source>
        <translation>請安裝該版本，或還原升級前的備份。</translation>
    </message>
    <message>
        <source>Is not in the lot</source>
        <translation>不在場內</translation>
    </message>
    <message>
        <source>It is made again at the next start.</source>
        <translation>下次啟動時會重新建立。</translation>
    </message>
    <message>
        <source>It is not known whether the barrier opened.</source>
        <translation>不確定柵欄是否已開啟。</translation>
    </message>
    <message>
        <source>It is not known whether the receipt was printed; the payment stands.</source>
        <translation>不確定收據是否已列印；繳費仍有效。</translation>
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
        <source>It opens by itself when a space becomes free.</source>
        <translation>有空位時會自動開啟。</translation>
    </message>
    <message>
        <source>It stays as it is until you come back.</source>
        <translation>內容會保留到您回來為止。</translation>
    </message>
    <message>
        <source>It was no longer worth doing and was dropped.</source>
        <translation>已無需執行，故予捨棄。</translation>
    </message>
    <message>
        <source>Keep a copy of it and restore the last backup.</source>
        <translation>請保留一份副本並還原最近的備份。</translation>
    </message>
    <message>
        <source>Left unseen</source>
        <translation>離場時未被偵測</translation>
    </message>
    <message>
        <source>Let in by hand.</source>
        <translation>手動放行入場。</translation>
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
        <source>Let out, but no crossing was seen.</source>
        <translation>已放行出場，但未見通過。</translation>
    </message>
    <message>
        <source>Let out.</source>
        <translation>已放行出場。</translation>
    </message>
    <message>
        <source>Look at a longer time.</source>
        <translation>請查看較長的期間。</translation>
    </message>
    <message>
        <source>Look at its address and inputs in the settings.</source>
        <translation>請檢查設定中的位址與輸入點。</translation>
    </message>
    <message>
        <source>Look at its inputs in the settings.</source>
        <translation>請檢查設定中的輸入點。</translation>
    </message>
    <message>
        <source>Look at its power and cable.</source>
        <translation>請檢查電源與線路。</translation>
    </message>
    <message>
        <source>Look at its settings.</source>
        <translation>請檢查其設定。</translation>
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
        <source>Look at the boom before doing anything else.</source>
        <translation>請先查看柵欄再做其他事。</translation>
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
        <source>Look at the devices in the settings.</source>
        <translation>請檢查設定中的裝置。</translation>
    </message>
    <message>
        <source>Look at the disk.</source>
        <translation>請檢查磁碟。</translation>
    </message>
    <message>
        <source>Look at the lane again.</source>
        <translation>請再看一次車道。</translation>
    </message>
    <message>
        <source>Look at the loop detector.</source>
        <translation>請檢查線圈偵測器。</translation>
    </message>
    <message>
        <source>Look at the picture and at the boom.</source>
        <translation>請查看畫面與柵欄。</translation>
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
        <source>Look at the printer, then print a copy.</source>
        <translation>請檢查印表機，再補印副本。</translation>
    </message>
    <message>
        <source>Look at the printer; print a copy if nothing came out.</source>
        <translation>請檢查印表機；若未印出，請補印副本。</translation>
    </message>
    <message>
        <source>Look at the printer; then print a copy.</source>
        <translation>請檢查印表機，再補印副本。</translation>
    </message>
    <message>
        <source>Look at the relay board's power and cable.</source>
        <translation>請檢查繼電器板的電源與線路。</translation>
    </message>
    <message>
        <source>Look whether it is there and not open elsewhere.</source>
        <translation>請確認檔案存在且未在他處開啟。</translation>
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
        <source>Look which vehicle stands there, then choose or type its plate.</source>
        <translation>請查看現場是哪一輛車，再選擇或輸入其車牌。</translation>
    </message>
    <message>
        <source>Lotkeeper is already open with this data folder.</source>
        <translation>Lotkeeper 已使用此資料夾開啟。</translation>
    </message>
    <message>
        <source>Lotkeeper stays open.</source>
        <translation>Lotkeeper 保持開啟。</translation>
    </message>
    <message>
        <source>Make a backup and have the disk looked at.</source>
        <translation>請備份並檢查磁碟。</translation>
    </message>
    <message>
        <source>Make someone else administrator first.</source>
        <translation>請先將其他人設為管理員。</translation>
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
        <source>No car inside is like “{typed}”.</source>
        <translation>場內沒有與「{typed}」相近的車牌。</translation>
    </message>
    <message>
        <source>No car is chosen.</source>
        <translation>未選擇車輛。</translation>
    </message>
    <message>
        <source>No car waits at the selected lane.</source>
        <translation>所選車道沒有等候的車。</translation>
    </message>
    <message>
        <source>No car with this plate is inside.</source>
        <translation>場內沒有此車牌的車輛。</translation>
    </message>
    <message>
        <source>No lane is running.</source>
        <translation>沒有運作中的車道。</translation>
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
        <source>No rate plan is in force.</source>
        <translation>目前沒有生效的費率。</translation>
    </message>
    <message>
        <source>No record of its entry</source>
        <translation>沒有入場紀錄</translation>
    </message>
    <message>
        <source>No shift is open on this drawer.</source>
        <translation>此錢櫃尚未開班。</translation>
    </message>
    <message>
        <source>No such payment is on record.</source>
        <translation>沒有這筆繳費紀錄。</translation>
    </message>
    <message>
        <source>No such stay is on record.</source>
        <translation>沒有這筆停車紀錄。</translation>
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
        <source>Nothing is chosen.</source>
        <translation>尚未選取任何項目。</translation>
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
        <source>Nothing was opened: another vehicle, or none, stands there by now.</source>
        <translation>未開啟柵欄:車道上已是另一輛車,或已無車輛。</translation>
    </message>
    <message>
        <source>Nothing was typed that can be in a plate.</source>
        <translation>輸入的內容不可能是車牌。</translation>
    </message>
    <message>
        <source>On its way out.</source>
        <translation>出場中。</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>請先開班。</translation>
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
        <source>Overlooks the {character}: {count} times.</source>
        <translation>漏掉 {character}：{count} 次。</translation>
    </message>
    <message>
        <source>Paid and in time.</source>
        <translation>已付款且在時限內。</translation>
    </message>
    <message>
        <source>Paid in another way</source>
        <translation>以其他方式繳費</translation>
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
        <source>Perhaps a trailer: choose or type the vehicle's own plate.</source>
        <translation>可能是拖車：請選擇或輸入車輛本身的車牌。</translation>
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
        <source>Plate was misread</source>
        <translation>車牌誤讀</translation>
    </message>
    <message>
        <source>Plates are only {pixels} px high in the pictures.</source>
        <translation>畫面中的車牌高度只有 {pixels} 像素。</translation>
    </message>
    <message>
        <source>Publish one in the settings.</source>
        <translation>請在設定中公布費率。</translation>
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
        <source>Put in a new roll; then print a copy.</source>
        <translation>請裝入新紙捲，再補印副本。</translation>
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
        <source>R reads once all the same.</source>
        <translation>按 R 仍可辨識一次。</translation>
    </message>
    <message>
        <source>Raise the maximum or lower the step.</source>
        <translation>請提高上限或降低每單位費用。</translation>
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
        <source>Remove one first, or make one larger.</source>
        <translation>請先移除一個，或將其中一個放大。</translation>
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
        <source>Run: lotkeeper db upgrade</source>
        <translation>請執行：lotkeeper db upgrade</translation>
    </message>
    <message>
        <source>Save it as CSV with plate and entry time.</source>
        <translation>請存成含車牌與入場時間的 CSV。</translation>
    </message>
    <message>
        <source>Saved. It holds from the next picture on.</source>
        <translation>已儲存。從下一個畫面起生效。</translation>
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
        <source>See whether a sticker, a frame or the country's sign is taken for it.</source>
        <translation>請查看是否把貼紙、車牌框或國別標誌誤認為字元。</translation>
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
        <source>Sees no plate at all on {percent} % of the vehicles.</source>
        <translation>有 {percent} % 的車輛完全看不到車牌。</translation>
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
        <source>Settle the clock or the rates, or open by hand.</source>
        <translation>請校定時鐘或費率，或手動開啟。</translation>
    </message>
    <message>
        <source>Several stays have this plate.</source>
        <translation>有多筆停車使用此車牌。</translation>
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
        <source>Someone is called {name} already.</source>
        <translation>已有人名為 {name}。</translation>
    </message>
    <message>
        <source>Something failed that should not.</source>
        <translation>發生不應有的失敗。</translation>
    </message>
    <message>
        <source>Something happened: {code}</source>
        <translation>發生狀況：{code}</translation>
    </message>
    <message>
        <source>Space free.</source>
        <translation>有空位。</translation>
    </message>
    <message>
        <source>Staff or delivery</source>
        <translation>員工或送貨</translation>
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
        <source>Switch learning on in the settings.</source>
        <translation>請在設定中開啟學習。</translation>
    </message>
    <message>
        <source>Take the payment; the gate opens by itself.</source>
        <translation>請收款；閘門隨後自動開啟。</translation>
    </message>
    <message>
        <source>Taken in by hand when the records began.</source>
        <translation>紀錄啟用時人工登錄。</translation>
    </message>
    <message>
        <source>Tell the driver the new amount and take it.</source>
        <translation>請告知駕駛新金額並收款。</translation>
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
        <source>That is no name of a photo.</source>
        <translation>這不是照片名稱。</translation>
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
        <source>That name cannot be used.</source>
        <translation>此名稱不可使用。</translation>
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
        <source>The barrier's driver failed.</source>
        <translation>柵欄驅動程式故障。</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation>攝影機無回應。</translation>
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
        <source>The camera's pictures come late.</source>
        <translation>攝影機畫面延遲。</translation>
    </message>
    <message>
        <source>The camera's stream ended; it is opened again.</source>
        <translation>攝影機串流已結束，正在重新開啟。</translation>
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
        <source>The clock stands before the last record, so nothing can be priced.</source>
        <translation>時鐘早於最後一筆紀錄，因此無法計費。</translation>
    </message>
    <message>
        <source>The clock stands before this car came in.</source>
        <translation>時鐘早於這輛車的入場時間。</translation>
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
        <source>The currency stays {currency}: payments were taken in it.</source>
        <translation>幣別維持 {currency}：已有以此幣別的收款。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to.</source>
        <translation>無法寫入資料夾。</translation>
    </message>
    <message>
        <source>The database cannot be opened.</source>
        <translation>無法開啟資料庫。</translation>
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
        <source>The disk gave an error.</source>
        <translation>磁碟發生錯誤。</translation>
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
        <source>The edges of a shape cross.</source>
        <translation>圖形的邊互相交叉。</translation>
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
        <source>The file lotkeeper.db is not a database of Lotkeeper.</source>
        <translation>lotkeeper.db 不是 Lotkeeper 的資料庫。</translation>
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
        <source>The gate was asked to open.</source>
        <translation>已要求柵欄開啟。</translation>
    </message>
    <message>
        <source>The journal has a gap.</source>
        <translation>日誌有缺漏。</translation>
    </message>
    <message>
        <source>The journal's clock runs backwards.</source>
        <translation>日誌的時鐘倒退。</translation>
    </message>
    <message>
        <source>The lanes cannot be used as they are.</source>
        <translation>目前的車道設定無法使用。</translation>
    </message>
    <message>
        <source>The list has more than {most} rows.</source>
        <translation>清單超過 {most} 列。</translation>
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
        <source>The loops' board refused the request.</source>
        <translation>線圈的繼電器板拒絕了請求。</translation>
    </message>
    <message>
        <source>The loops' driver failed.</source>
        <translation>線圈驅動程式故障。</translation>
    </message>
    <message>
        <source>The lot is not set up yet.</source>
        <translation>停車場尚未設定。</translation>
    </message>
    <message>
        <source>The lot is set up.</source>
        <translation>停車場已設定完成。</translation>
    </message>
    <message>
        <source>The lot needs a name of at most {longest} letters.</source>
        <translation>停車場需要名稱，最多 {longest} 個字。</translation>
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
        <source>The maximum is lower than a single step.</source>
        <translation>上限低於單一單位的費用。</translation>
    </message>
    <message>
        <source>The new PIN holds.</source>
        <translation>新密碼已生效。</translation>
    </message>
    <message>
        <source>The new rates are published.</source>
        <translation>新費率已公布。</translation>
    </message>
    <message>
        <source>The number of spaces must lie between 1 and {highest}.</source>
        <translation>車位數須介於 1 與 {highest} 之間。</translation>
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
        <source>The price has moved on from {shown_minor} to {due_minor}.</source>
        <translation>費用已由 {shown_minor} 變為 {due_minor}。</translation>
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
        <source>The printer refused the receipt.</source>
        <translation>印表機拒絕列印收據。</translation>
    </message>
    <message>
        <source>The printer's cover is open.</source>
        <translation>印表機上蓋未關。</translation>
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
        <source>The rate plan has another currency ({plan}) than the lot ({lot}).</source>
        <translation>費率的幣別（{plan}）與停車場（{lot}）不同。</translation>
    </message>
    <message>
        <source>The rate plan of this stay is missing.</source>
        <translation>找不到這筆停車的費率。</translation>
    </message>
    <message>
        <source>The receipt could not be printed; the payment stands.</source>
        <translation>收據無法列印；繳費仍有效。</translation>
    </message>
    <message>
        <source>The receipt was printed.</source>
        <translation>收據已列印。</translation>
    </message>
    <message>
        <source>The relay board does not answer.</source>
        <translation>繼電器板無回應。</translation>
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
        <source>The selected lane has one camera only.</source>
        <translation>所選車道只有一部攝影機。</translation>
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
        <source>The shift of {name} is still open.</source>
        <translation>{name} 的班次尚未結束。</translation>
    </message>
    <message>
        <source>The shift on this drawer belongs to someone else.</source>
        <translation>此錢櫃的班別屬於他人。</translation>
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
        <source>The store cannot keep up.</source>
        <translation>資料儲存來不及處理。</translation>
    </message>
    <message>
        <source>The time to leave must lie between 0 and 1440 minutes.</source>
        <translation>離場時限須介於 0 與 1440 分鐘之間。</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>兩次密碼不相同。</translation>
    </message>
    <message>
        <source>The vehicle left the lane again.</source>
        <translation>車輛又離開了車道。</translation>
    </message>
    <message>
        <source>There are as many masks as there may be, eight.</source>
        <translation>遮罩已達八個的上限。</translation>
    </message>
    <message>
        <source>There is no car in the list.</source>
        <translation>清單中沒有車輛。</translation>
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
        <source>There is no such file.</source>
        <translation>沒有這個檔案。</translation>
    </message>
    <message>
        <source>There is nothing more to this message.</source>
        <translation>此訊息沒有更多內容。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的步驟。</translation>
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
        <source>This car is not held at a gate.</source>
        <translation>這輛車並未留置於柵欄前。</translation>
    </message>
    <message>
        <source>This computer or the network is too slow.</source>
        <translation>這台電腦或網路太慢。</translation>
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
        <source>This lot has no such lane.</source>
        <translation>此停車場沒有這個車道。</translation>
    </message>
    <message>
        <source>This lot is wired to a simulator that does not run.</source>
        <translation>此停車場接到未執行的模擬器。</translation>
    </message>
    <message>
        <source>This plate is inside already.</source>
        <translation>場內已有此車牌。</translation>
    </message>
    <message>
        <source>This rate plan is of a kind not known here.</source>
        <translation>不認得此種費率。</translation>
    </message>
    <message>
        <source>This reason needs a note.</source>
        <translation>此原因須填備註。</translation>
    </message>
    <message>
        <source>This site keeps no labelled photos.</source>
        <translation>本停車場未保存已標註的照片。</translation>
    </message>
    <message>
        <source>This stay has ended.</source>
        <translation>這筆停車已結束。</translation>
    </message>
    <message>
        <source>To remove it all, choose the whole shape.</source>
        <translation>若要全部移除，請選取整個圖形。</translation>
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
        <source>Too many wrong PINs.</source>
        <translation>密碼錯誤次數過多。</translation>
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
        <source>Try again.</source>
        <translation>請再試一次。</translation>
    </message>
    <message>
        <source>Try again; the log tells more.</source>
        <translation>請再試一次；詳情見記錄檔。</translation>
    </message>
    <message>
        <source>Two different plates were read, one after the other.</source>
        <translation>先後辨識到兩個不同的車牌。</translation>
    </message>
    <message>
        <source>Two lanes have the same name.</source>
        <translation>有兩個車道同名。</translation>
    </message>
    <message>
        <source>Type 1 to {longest} letters.</source>
        <translation>請輸入 1 至 {longest} 個字。</translation>
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
        <source>Type both again.</source>
        <translation>請兩者都重新輸入。</translation>
    </message>
    <message>
        <source>Type digits, as on the notes and coins.</source>
        <translation>請輸入數字，如紙鈔與硬幣上所示。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>請重新輸入。</translation>
    </message>
    <message>
        <source>Type letters or digits of the plate.</source>
        <translation>請輸入車牌的字母或數字。</translation>
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
        <source>Type {shortest} to {longest} digits.</source>
        <translation>請輸入 {shortest} 至 {longest} 位數字。</translation>
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
        <source>What was drawn for camera {name} is not saved yet.</source>
        <translation>攝影機「{name}」所畫的內容尚未儲存。</translation>
    </message>
    <message>
        <source>When it came in, another car was inside under this plate.</source>
        <translation>入場時，場內已有另一輛車使用此車牌。</translation>
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
        <source>Write it like Asia/Taipei or Europe/Berlin.</source>
        <translation>請寫成 Asia/Taipei 或 Europe/Berlin 的形式。</translation>
    </message>
    <message>
        <source>Write it like rtsp://10.0.0.20/main.</source>
        <translation>請寫成 rtsp://10.0.0.20/main 的形式。</translation>
    </message>
    <message>
        <source>Written off.</source>
        <translation>已註銷。</translation>
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
        <source>{amount_minor} taken. Receipt {number}. Leave by {until}.</source>
        <translation>已收 {amount_minor}。收據 {number}。請於 {until} 前離場。</translation>
    </message>
    <message>
        <source>{amount_minor} · receipt {number}</source>
        <translation>{amount_minor} · 收據 {number}</translation>
    </message>
    <message>
        <source>{currency} is not a currency known here.</source>
        <translation>不認得幣別 {currency}。</translation>
    </message>
    <message>
        <source>{due_minor} not paid.</source>
        <translation>尚未付款：{due_minor}。</translation>
    </message>
    <message>
        <source>{lane}: looking again with plate {plate}.</source>
        <translation>{lane}：以車牌 {plate} 重新查詢。</translation>
    </message>
    <message>
        <source>{lane}: the gate was asked to open.</source>
        <translation>{lane}：已要求柵欄開啟。</translation>
    </message>
    <message>
        <source>{name} cannot sign on.</source>
        <translation>{name} 無法登入。</translation>
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
        <source>{plate} counts as inside.</source>
        <translation>{plate} 列為場內。</translation>
    </message>
    <message>
        <source>{plate} is in the list twice.</source>
        <translation>{plate} 在清單中重複。</translation>
    </message>
    <message>
        <source>{timezone} is not a time zone.</source>
        <translation>{timezone} 不是時區。</translation>
    </message>
    <message>
        <source>“{plate}” cannot be a plate.</source>
        <translation>「{plate}」不可能是車牌。</translation>
    </message>
</context>
</TS>
